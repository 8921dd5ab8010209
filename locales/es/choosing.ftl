# Varias canciones, solo palabras, y una segunda canción
song-none-title = Solo con palabras
songs-count = { $n ->
    [one] 1 canción
   *[other] { $n } canciones
}
songs-title = { $n ->
    [one] <b>1 canción</b>
   *[other] <b>{ $n } canciones</b>
}
songs-item = – { $title }
songs-more = y { $n } más
reference-ask = <b>{ $name }</b> hace que tu canción suene como otra. Ahora envíame esa otra canción.
create-ask = <b>Crear sonido con palabras.</b> ¿Qué algoritmo?
create-none = MVSEP no ofrece ahora ningún algoritmo para esto.

# La tarjeta y sus listas
card-same = Como la última vez: { $name }, { $format }
goal-text = Voz a texto
search-button = Buscar por nombre o instrumento
search-again = Buscar otra vez
search-ask = Escribe un nombre, un instrumento o un número, por ejemplo <i>guitarra</i>, <i>Roformer</i> o <i>40</i>.
sort-p = Populares
sort-r = Mejor valorados
sort-f = Favoritos
sort-h = Recientes
list-title-p = <b>Algoritmos populares</b>
list-title-r = <b>Algoritmos mejor valorados</b>
list-title-f = <b>Tus favoritos</b>
list-title-h = <b>Lo que usaste hace poco</b>
list-title-s = <b>Encontrado para «{ $query }»</b>
list-empty-p = El catálogo está vacío en este momento.
list-empty-r = Todavía no hay suficientes valoraciones.
list-empty-f = Aún no tienes favoritos. Abre un algoritmo y pulsa Añadir a favoritos.
list-empty-h = Aún no has usado ningún algoritmo.
list-empty-s = Nada encaja con «{ $query }». Prueba otra palabra, por ejemplo un instrumento.

# El pedido
order-description = <i>{ $text }</i>
order-rating = Nota { $rating } de 5, votos: { $votes } · usado { $n } veces este mes
order-used = Usado { $n } veces este mes
order-beside = También con: { $name }
order-free = No cuesta nada en tu plan gratuito.
order-price-have = { $n ->
    [one] Cuesta 1 crédito, tienes { $have }.
   *[other] Cuesta { $n } créditos, tienes { $have }.
}
order-start-anyway = Iniciar de todos modos
order-star = Añadir a favoritos
order-unstar = Quitar de favoritos
order-about = Más información
order-compare = Comparar con otro
order-compared = Quitar de la comparación
compare-list = <b>Estos se aplican uno junto a otro.</b> Pulsa uno para quitarlo.
compare-remove = Quitar { $name }
order-save = Guardar ajuste
about-none = MVSEP no dice nada más de este algoritmo.
format-size = { $name } · { $size }
gate-files = Este algoritmo necesita la canción como archivo. Envíame el archivo, no un enlace ni un texto.
gate-words-only = Este algoritmo crea sonido solo con palabras y no usa ninguna canción. Escribe /create para usarlo.
gate-text = { $name } necesita primero un texto. Pulsa Opciones, después { $field }, y escríbelo.
gate-size = Tu plan admite archivos de hasta { $limit } MB. Envía uno más pequeño o pasa a premium en mvsep.com.
gate-length = Tu plan admite grabaciones de hasta { $limit } minutos. Envía una más corta o pasa a premium en mvsep.com.
gate-premium = Solo las cuentas premium pueden usar este algoritmo. Elige otro o pasa a premium en mvsep.com.
gate-format = Solo las cuentas premium reciben este formato. Elige MP3, M4A, WAV de 16 bits o FLAC de 16 bits.
gate-credits = Cuesta { $price } créditos y tienes { $have }. Recarga en mvsep.com o elige un algoritmo más barato.
gate-one-by-one = Tu plan admite una canción a la vez, así que van una tras otra.
gate-daily = Hoy has empezado { $n } canciones; el plan gratuito permite unas { $limit } al día.

# Ajustes guardados
presets-button = Mis ajustes ({ $n })
presets-title = <b>Tus ajustes guardados</b>
presets-none = Aún no tienes ajustes guardados. Elige un algoritmo y pulsa Guardar ajuste.
preset-ask-name = ¿Cómo lo llamo? Escribe un nombre corto.
preset-saved = Guardado como <b>{ $name }</b>.
preset-title =
    <b>{ $name }</b>
    { $algorithm }

    Quien abra este enlace recibe una copia:
    { $link }
preset-use = Usar
preset-rename = Cambiar nombre
preset-delete = Borrar
preset-keep = Añadir a mis ajustes
preset-shared = Alguien comparte un ajuste contigo: <b>{ $name }</b>, { $algorithm }.
preset-gone = Este ajuste ya no existe.
preset-too-many = Ya tienes { $n } ajustes. Borra uno primero.

# La orden escrita
command-algorithm = No hay ningún algoritmo { $number }. Responde /separate a una canción y mira en Más algoritmos.
command-format = No conozco el formato { $given }. Valen estos: { $allowed }.
command-word = No entiendo qué significa aquí { $given }. Escríbelo así: /separate 40 flac. Los formatos son { $allowed } y las opciones van como add_opt1=81.
command-option = Aquí no conozco { $given }. Valen estos: { $allowed }.
command-value = { $name } no puede ser { $given }. Valen estos: { $allowed }.

# Varios trabajos
batch-title = <b>{ $done } de { $all } listas</b>
batch-failed = { $n ->
    [one] Una no salió; ya te dije por qué.
   *[other] { $n } no salieron; ya te dije por qué.
}
batch-line = { $title } · { $state }
batch-done = lista
batch-failed-state = no salió
batch-cancelled = detenida
batch-unclear = tú decides
batch-again = Pruebo otra vez <b>{ $title }</b>. El mensaje sobre todas las canciones cuenta cómo va.
batch-cancel = Cancelar todo
link-folder = Es un enlace a una carpeta. Envía el enlace de un solo archivo.
link-mega-key = A este enlace de MEGA le falta la clave. Cópialo otra vez con la clave (lleva un # en medio).
