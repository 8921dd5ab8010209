# Browsing
themes-title = <b>Tus temas</b>
themes-hint = Pulsa uno para abrirlo.
themes-none = Aquí aún no hay nada. Lo más rápido es empezar con ejemplos.
themes-manage = Mis temas
themes-in-private = Los temas son solo tuyos: mirémoslos en nuestro chat privado, /themes.
theme-system = { $name } (predefinido)
theme-gone = Este tema ya no existe.
theme-not-yours = Este tema es de Neuro-Semantic. Cópialo primero y cambia la copia.
theme-empty = Este tema aún no tiene clases, así que no hay con qué ordenar. Añade una primero.
folder-gone = Esta carpeta ya no existe.
class-gone = Esta clase cambió o ya no está. Abre el tema de nuevo.
class-exists = Este tema ya tiene una clase <b>{ $name }</b>.
folder-title = <b>{ $name }</b>
folder-new = Nueva carpeta
folder-button = Carpeta: { $name }
folder-root = Todos los temas
folder-ask-name = ¿Cómo llamo a la carpeta?
folder-delete-sure = ¿Borro la carpeta <b>{ $name }</b> con todo lo que contiene?
folder-delete-really = ¿Seguro? Todos los temas de <b>{ $name }</b> se pierden para siempre.

# A theme
theme-new = Nuevo tema
theme-by-examples = Con ejemplos
theme-import = Desde archivo
theme-title = <b>{ $name }</b>
theme-descr = <i>{ $text }</i>
theme-is-system = Un tema predefinido: pruébalo, o cópialo para cambiarlo.
theme-classes = { $n ->
    [0] Aún no tiene clases.
    [one] { $n } clase. Púlsala para ver sus palabras.
   *[other] { $n } clases. Pulsa una para ver sus palabras.
}
theme-describe = Describir
theme-move = Mover
theme-test = Probar con un texto
theme-test-paid = Preguntar a Neuro-Semantic
theme-test-again = Probar otro texto
theme-copy = Copiar a los míos
theme-ask-title = ¿Cómo llamo al tema?
theme-ask-descr = Escribe en una o dos frases para qué es el tema.
theme-ask-file = Envía el tema como archivo JSON, CSV o Excel. La tabla lleva las columnas clase, descripción, palabras, palabras exactas, palabras de exclusión.
theme-ask-text = Envía o reenvía un texto y te digo adónde iría. No cuesta nada.
theme-file-caption = El tema <b>{ $name }</b>. Puedes volver a cargarlo con «Desde archivo».
theme-file-wrong = No encontré clases en este archivo. Exporta un tema para ver cómo es.
theme-too-many-classes = Un tema puede tener { $most } clases como máximo.
theme-delete-sure = { $n ->
    [0] ¿Borro el tema <b>{ $name }</b>?
    [one] ¿Borro el tema <b>{ $name }</b> con { $n } clase?
   *[other] ¿Borro el tema <b>{ $name }</b> con { $n } clases?
}
theme-delete-really = { $n ->
    [0] ¿Seguro? No se puede recuperar.
    [one] ¿Seguro? <b>{ $name }</b> y su { $n } clase no se pueden recuperar.
   *[other] ¿Seguro? <b>{ $name }</b> y sus { $n } clases no se pueden recuperar.
}
theme-deleted = <b>{ $name }</b> ya no existe.
theme-move-ask = ¿Adónde muevo <b>{ $name }</b>?
theme-move-yes = Sí, muévelo
theme-move-sure = Neuro-Semantic no sabe mover temas, así que creo <b>{ $name }</b> de nuevo en <b>{ $folder }</b> y borro el anterior. ¿Lo hago?
theme-moved-twice = <b>{ $name }</b> ya está en su nuevo sitio. Neuro-Semantic no me dejó borrar el antiguo, así que puede haber dos: borra tú el antiguo, por favor.
theme-move-differs = Neuro-Semantic no guardó todo <b>{ $name }</b> en el nuevo sitio, así que dejé el antiguo como está. Compara los dos y borra el que sobre.

# A class and its words
class-add = Añadir clase
class-by-examples = Clase con ejemplos
class-words = { $name } ({ $n })
class-of-theme = <b>{ $name }</b>, clase de { $theme }
class-ask-title = ¿Cómo llamo a la clase?
class-delete-sure = ¿Borro la clase <b>{ $name }</b> con sus palabras?
listed-words = Palabras: { $words }
listed-strict = Palabras exactas: { $words }
listed-stop = Palabras de exclusión: { $words }
edit-words = Palabras
edit-strict = Palabras exactas
edit-stop = Palabras de exclusión
ask-words = ¿Qué palabras señalan esta clase? Vale cualquier forma.
ask-strict = ¿Qué palabras cuentan solo tal como se escriben?
ask-stop = ¿Qué palabras excluyen un texto de esta clase?
ask-words-how = Envíalas separadas por comas; con un menos delante se quita: <i>mensajero, paquete, -precio</i>
button-rename = Renombrar
button-delete = Borrar
delete-yes = Sí, borrar

# By examples
examples-ask-title = ¿De qué tratan los ejemplos? Será el nombre.
examples-ask = { $n ->
    [0] Ahora reenvía o pega tres textos sobre <b>{ $name }</b>, o más.
    [one] Ahora reenvía o pega más textos sobre <b>{ $name }</b>.
   *[other] Ahora reenvía o pega más textos sobre <b>{ $name }</b>.
}
examples-more = { $n ->
    [0] Aún no hay ejemplos.
    [one] { $n } ejemplo de <b>{ $name }</b>. Mejor tres o más.
   *[other] { $n } ejemplos de <b>{ $name }</b>. Envía más o pulsa el botón.
}
examples-enough = Mostrar las palabras
examples-too-short = Hay muy pocas palabras en estos textos. Envía otros más largos.
examples-words = { $n ->
    [0] ¿Qué palabras hablan de <b>{ $name }</b>? Márcalas.
    [one] ¿Qué palabras hablan de <b>{ $name }</b>? Hay { $n } marcada.
   *[other] ¿Qué palabras hablan de <b>{ $name }</b>? Hay { $n } marcadas.
}
examples-create = Crear
examples-forgotten = De acuerdo, no he creado nada.

# Trying a theme
guess-best = <b>Esto iría a { $name }.</b>
guess-none = <b>Ninguna clase tiene palabras que encajen.</b>
guess-line = { $name }: { $words }
guess-stopped = { $name }: excluida por { $words }
guess-honest = <i>Es mi estimación por las palabras. Neuro-Semantic puede decidir otra cosa.</i>
