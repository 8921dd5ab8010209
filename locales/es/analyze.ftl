# Numbers of things
roubles = { $value } ₽
percent = { $value } %
texts-count = { $n ->
    [one] { $amount } texto
   *[other] { $amount } textos
}
people-count = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
characters = { $n ->
    [one] { $amount } carácter
   *[other] { $amount } caracteres
}
requests-count = { $n ->
    [one] { $n } petición
   *[other] { $n } peticiones
}

# Gathered texts
basket-contents = <b>{ $texts }</b>, { $characters }.
basket-contents-people = <b>{ $texts }</b> de { $people }, { $characters }.
basket-ask = ¿Qué quieres saber?
basket-link-first = Para leerlos, conecta primero tu cuenta de Neuro-Semantic. Mientras tanto guardo tus textos.
basket-adding = Envía o reenvía más, también vale un archivo. Lo junto todo durante una hora, o hasta que pulses el botón.
basket-adding-group = Responde con /analyze a más mensajes. Lo junto todo durante una hora, o hasta que pulses el botón.
basket-enough = Eso es todo
basket-add = Añadir más
basket-show = Mostrar
basket-clear = Vaciar
basket-clear-sure = ¿Los olvido todos?
basket-clear-yes = Sí, olvídalos
basket-cleared = Hecho, los textos ya no están.
basket-gone = Estos textos ya no están aquí. Envíalos otra vez, por favor.
basket-full = En una colección caben { $most } textos y diez millones de caracteres. Analiza primero estos y envía después el resto.
basket-in-use = Estos textos se están leyendo ahora mismo. Espera el resultado o páralo antes.
basket-join = { $n ->
    [one] Añadir el { $amount } texto de antes
   *[other] Añadir los { $amount } textos de antes
}
basket-remove = Quitar { $n }
basket-text = <b>{ $n }.</b> <i>{ $about }</i>
    { $text }
analyze-how =
    <b>Reenvíame textos</b>, pégalos o envía un archivo: TXT, CSV, Excel, Word o JSON, también la exportación de un chat de Telegram.

    Junto lo que llega a la vez y luego eliges: tono, emociones, palabras frecuentes u ordenar por tus propios temas. En un grupo, responde /analyze a un mensaje.

# Kinds of analysis
calc-sentiment = Tono
calc-emcol = Emociones
calc-wordfreq = Palabras frecuentes
calc-classify = Por mis temas
calc-price = { $name } ({ $price } por texto)
calc-by-theme = Por el tema «{ $theme }»

# Files
file-ways = ¿Cómo saco los textos de <b>{ $name }</b>?
file-columns = ¿En qué columna de <b>{ $name }</b> están los textos?
way-whole = Como un solo texto
way-paragraphs = { $n ->
    [one] Cada párrafo ({ $amount })
   *[other] Cada párrafo ({ $amount })
}
way-lines = { $n ->
    [one] Cada línea ({ $amount })
   *[other] Cada línea ({ $amount })
}
way-column = { $name }: { $sample }
file-empty = <b>{ $name }</b> está vacío. Compruébalo y envíalo otra vez.
file-no-texts = No encontré palabras en <b>{ $name }</b>.
file-binary = <b>{ $name }</b> no es un texto, aunque su nombre lo diga. Leo TXT, CSV, Excel, Word y JSON.
file-broken = No puedo abrir <b>{ $name }</b>: parece dañado. Guárdalo de nuevo y envíalo otra vez.
file-too-big = El archivo pasa de los 20 MB que Telegram deja descargar a los bots. Envíalo por partes.
file-too-much = <b>{ $name }</b> es más de lo que puedo leer: como máximo 100.000 filas y 200 columnas. Divídelo y envíame las partes.
file-gone = Telegram no me dio el archivo. Envíalo otra vez, por favor.

# Before Start
sort-ask = <b>¿Por qué tema ordeno?</b>
sort-no-themes = Aún no tienes temas con clases. Crea uno; se tarda un minuto.
order-analysis = <b>{ $name }</b>: { $texts }
order-parts = { $n ->
    [one] Se envía en { $n } parte.
   *[other] Se envía en { $n } partes y recibes un solo resultado.
}
order-phrases = { $n ->
    [one] Muestro la { $n } palabra o frase más frecuente.
   *[other] Muestro las { $n } palabras y frases más frecuentes.
}
order-too-dear = Cuesta { $price } y tienes { $have }. Recarga en neuro-semantic.ru y vuelve a este mensaje.
order-in-debt = Tu saldo es de { $have }. Recarga en neuro-semantic.ru y vuelve a este mensaje.
order-no-price = La lista de precios no dice nada de este tipo. Tienes { $have }.
order-price-unknown = Ahora no pude preguntar el precio. Neuro-Semantic lo dice en el resultado.
order-roubles = Cuesta { $price }.
order-roubles-have = { $price } de tus { $have }.

# While it runs
reading-queued = Esperando turno: antes van las otras peticiones de tu cuenta
reading-starting = Enviando a Neuro-Semantic
reading-checking = Los textos salieron, pero la respuesta se perdió. Compruebo si llegaron, para que no pagues dos veces. No tienes que hacer nada.
reading-waiting = En la cola
reading-running = Leyendo tus textos
reading-delivering = Dibujando la imagen
reading-retrying = Neuro-Semantic no responde ahora. Tus textos están a salvo, sigo intentándolo.
reading-slow = Tarda más de lo normal. Sigo mirando y te aviso en cuanto esté.
reading-done = Listo en { $time }.
reading-part = parte { $part } de { $parts }
reading-too-long = { $n ->
    [one] Para Neuro-Semantic es demasiado largo. No se cobró nada.
   *[other] Para Neuro-Semantic es demasiado largo de una vez. No se cobró nada. Puede salir en { $n } partes, y recibes un solo resultado.
}
reading-in-parts = { $n ->
    [one] Enviar en { $n } parte
   *[other] Enviar en { $n } partes
}
reading-unclear = Los textos fueron a Neuro-Semantic, pero la respuesta se perdió y no puedo averiguar si llegaron. Si llegaron, el resultado está en tu historial: /analyze. Tú decides: un segundo intento puede costar otra vez.
reading-failed-secret = Neuro-Semantic ya no acepta tu clave. No se cobró nada. Conéctala de nuevo con /link y pulsa «Intentar otra vez».
reading-failed-secret-later = Neuro-Semantic ya no acepta tu clave, así que no puedo recoger el resultado. Conéctala de nuevo con /link y abre el resultado con el botón de abajo.
reading-failed-texts = Los textos de esta petición ya no están aquí. No se cobró nada. Envíalos otra vez, por favor.
reading-failed-balance = Tu saldo en Neuro-Semantic no alcanza. No se cobró nada. Recarga en neuro-semantic.ru y pulsa «Intentar otra vez».
reading-failed-invalid = Neuro-Semantic dice que algo en la petición no está bien. No se cobró nada. Revisa los textos y el tema e inténtalo de nuevo.
reading-failed-length = Para Neuro-Semantic es demasiado largo. Envíalo por partes.
reading-failed-slow = En un día no hubo resultado y dejé de mirar. La petición tiene el número { $id }; ábrela más tarde desde tu historial: /analyze.
reading-failed-gone = Neuro-Semantic aceptó la petición { $id }, pero ya no la conoce, así que no hay resultado. Mira en /account si se cobró. Tus textos siguen aquí: /analyze.
reading-failed-empty = Neuro-Semantic terminó la petición { $id }, pero no envió resultado. Puede que aparezca más tarde en tu historial; si no, escribe a neuro-semantic.ru con este número.
reading-failed-ended = Neuro-Semantic cerró la petición { $id } sin resultado (estado { $code }). Mira en /account si se cobró; si es así, escribe a neuro-semantic.ru con este número.
reading-failed-ours = Algo falló de mi lado ({ $code }) varias veces seguidas, así que me detuve. Neuro-Semantic tiene tus textos y el resultado queda en tu historial: /analyze. Manda este código a quien lleva este bot.
neuro-says = Neuro-Semantic dice: <i>{ $message }</i>
neuro-invalid = Neuro-Semantic no lo aceptó y no cambió nada. Quizá ya no exista; abre la lista de nuevo.
neuro-link-first = Conecta primero tu cuenta de Neuro-Semantic: /link.
cancelled-texts-free = No salió nada, así que no se cobró nada.
cancelled-texts-running = Neuro-Semantic no anula peticiones ya enviadas, así que esta está pagada. El resultado quedará en tu historial: /analyze.
cancelled-texts-unknown = Si Neuro-Semantic tomó los textos, el resultado está en tu historial: /analyze.

# Results
class-none = Sin reconocer
mood-very-good = Muy positivo
mood-good = Positivo
mood-neutral = Neutro
mood-bad = Negativo
mood-very-bad = Muy negativo
feeling-joy = Alegría
feeling-sadness = Tristeza
feeling-anger = Enfado
feeling-fear = Miedo
feeling-surprise = Sorpresa
feeling-disgust = Asco
feeling-trust = Confianza
feeling-anticipation = Expectativa
feeling-love = Amor
feeling-shame = Vergüenza
feeling-interest = Interés
feeling-calm = Calma
feeling-neutral = Neutro
chart-more = y { $n } más
summary-nothing = No se encontró nada en estos textos.
summary-good = <b>Sobre todo positivo.</b>
summary-bad = <b>Sobre todo negativo.</b>
summary-mixed = <b>Opiniones divididas.</b>
summary-calm = <b>Sobre todo neutro.</b>
summary-moods = De { $all }: { $good } positivos, { $neutral } neutros, { $bad } negativos.
summary-moods-shares = { $good } positivos, { $neutral } neutros, { $bad } negativos.
summary-one-good = { $n ->
    [one] El positivo: <i>{ $text }</i>
   *[other] Uno de los { $n } positivos: <i>{ $text }</i>
}
summary-one-bad = { $n ->
    [one] El negativo: <i>{ $text }</i>
   *[other] Uno de los { $n } negativos: <i>{ $text }</i>
}
summary-rest = { $n ->
    [one] { $amount } texto no encaja en nada.
   *[other] { $amount } textos no encajan en nada.
}
summary-none = <b>Nada encaja.</b>
summary-top = <b>Lo más frecuente: { $name }</b>, { $part } de { $all }.
summary-top-share = <b>Sobre todo: { $name }</b>, { $part }.
summary-then = Después: { $names }.
summary-words = { $n ->
    [one] <b>Lo más frecuente:</b> { $names }.
   *[other] <b>Lo más frecuente:</b> { $names }.
}
summary-long = El resultado está en la imagen; los botones muestran más.
result-paid = { $name }: { $texts }, { $price }.
result-about = { $name }: { $texts }.
result-texts = Mostrar los textos
result-words = Mostrar todas las palabras
result-compare = Comparar con otros textos
result-more = Más sobre estos textos
result-dark = Imagen oscura
result-light = Imagen clara
result-gone = Este resultado ya no se puede abrir: Neuro-Semantic ya no lo tiene o es de otra cuenta.
result-not-ready = Neuro-Semantic todavía trabaja en esta petición. Mira otra vez en un minuto.
classes-title = <b>¿Qué textos muestro?</b>
class-button = { $name }: { $told }
class-title = { $n ->
    [one] <b>{ $name }</b>: { $n } texto
   *[other] <b>{ $name }</b>: { $n } textos
}
class-text = <b>{ $n }.</b> { $text }
class-no-texts = Neuro-Semantic no envía textos para esto.
class-empty = No hay ninguno.
phrases-title = <b>Todas las palabras y frases</b>
phrase-line = { $text } · { $n }
compare-pick = <b>¿Con qué resultado comparo?</b>
compare-none = Aún no hay otro resultado de este tipo. Envía otros textos, analízalos igual y comparamos.
compare-title = <b>Lo que más cambió:</b>
compare-line = { $name }: { $before } → { $after }
compare-same = <b>Prácticamente igual.</b>
compare-about = { $name }: antes { $before }, después { $after }.
compare-before = antes, { $date }
compare-after = después, { $date }
past-title = { $n ->
    [one] <b>Tu única petición hasta ahora.</b> Púlsala para abrirla otra vez.
   *[other] <b>Tus { $n } peticiones.</b> Pulsa una para abrirla otra vez.
}
past-none = Con esta cuenta aún no se ha leído nada.
past-months = Por meses
past-open = Resultados anteriores
months-title = <b>Por meses</b>
month-line = { $month }: { $requests }, { $texts }, { $spent }
result-file = Aquí está tu resultado.
export-phrase = Palabra o frase
export-phrases = Palabras
export-count = Cantidad
export-class = Clase
export-percent = Porcentaje
export-text = Texto
export-author = Autor
export-when = Cuándo
export-summary = Resumen
export-texts = Textos

# The guide
discover-title = <b>¿Qué puedo hacer por ti?</b>
discover-songs = Separar una canción
discover-texts = Leer textos
discover-themes = Ordenar por mis temas
discover-meaning = De qué trata una canción
about-songs = <b>Envía una canción</b> o un enlace, elige lo que necesitas y recibe sus pistas: voz, batería, bajo y más. /separate también funciona en grupos.
about-texts = <b>Reenvía mensajes, pega textos o envía un archivo.</b> Recibes una imagen de su tono, sus emociones o sus palabras frecuentes, y puedes ver los textos de cada parte, comparar dos colecciones y llevártelo todo en Excel.
about-themes = <b>Un tema es un conjunto de clases</b>, por ejemplo precio, entrega, atención. Cada clase tiene palabras que la señalan. Crea uno con unos ejemplos y ordena con él cientos de textos.
about-meaning = <b>Envía una canción y elige «De qué trata».</b> Se escribe la letra y ves en una imagen su tono y de qué habla. También la letra de cualquier canción sigue adelante con su botón.
command-discover = Lo que puedo hacer por ti
command-analyze = Analizar textos
command-themes = Tus temas para ordenar textos
