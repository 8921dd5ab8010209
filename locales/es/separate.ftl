song-line = <b>{ $title }</b> · { $rest }
song-line-bare = <b>{ $title }</b>
song-untitled = Tu grabación
song-link-title = Canción de { $host }
song-empty = Este archivo está vacío. Revísalo y envíalo otra vez, por favor.
song-not-audio = No oigo nada en <b>{ $name }</b>: no es un archivo de audio ni de video. Envíame mp3, wav, flac, m4a, ogg o un video.
song-gif = Un GIF no tiene sonido. Envíame el video o la canción.
song-convert = Un archivo { $kind } todavía no tiene sonido. Expórtalo como mp3, wav o flac y envíamelo.
song-not-audio-unnamed = No oigo nada en este archivo: no es de audio ni de video. Envíame mp3, wav, flac, m4a, ogg o un video.
song-too-big = El archivo ocupa { $size } MB y Telegram deja que los bots descarguen 20 MB como mucho. Súbelo a Google Drive, Dropbox o MEGA y mándame el enlace: así funciona hasta el límite de tu plan.
song-none = Responde a una canción con /separate, o escribe /separate y un enlace.

link-scheme = Este enlace no parece una dirección web. Manda uno que empiece por https://
link-credentials = Este enlace lleva un usuario o una contraseña. Manda uno que no los lleve, para que nadie más los vea.
link-private = Este enlace lleva a una red privada a la que MVSEP no llega. Usa Google Drive, Dropbox, MEGA o una dirección pública.
link-telegram = MVSEP no puede descargar archivos desde enlaces de Telegram. Mejor reenvíame la canción.
link-streaming = MVSEP no puede descargar música de { $host }. Envíame el archivo, o un enlace a él en Google Drive, Dropbox o MEGA.
link-page = Es una página de { $host }, no la canción misma. Descarga la canción allí y envíamela, o súbela a Google Drive, Dropbox o MEGA y mándame ese enlace.
link-document = Este enlace lleva a un documento, no a una canción. Envíame la canción o un enlace a ella.
link-own = Esta página solo la puedes abrir tú. Elige allí la canción, pulsa Compartir y mándame el enlace que te dé.
links-left-out = Sin usar: { $hosts }

card-what = ¿Qué necesitas?
card-link = { $url }
card-link-check = ¿Es este el enlace correcto? Tiene que abrirse para cualquiera que lo tenga.
card-need-link = Para separarla, vincula primero tu cuenta de MVSEP. Es gratis, y mientras tanto guardo tu canción.
card-forgotten = De acuerdo, dejo esta canción a un lado.
kind-direct = enlace directo
kind-mega = MEGA
kind-drive = Google Drive
kind-dropbox = Dropbox

goal-karaoke = Karaoke
goal-vocals = Voz
goal-drums = Batería
goal-bass = Bajo
goal-guitar = Guitarra
goal-piano = Piano
goal-stems = Todas las pistas
goal-speech = Voz limpia
goal-choirs = Voz y coros
goal-reverb = Quitar reverberación
goal-noise = Quitar ruido
goal-more = Más algoritmos

groups-title = <b>Todos los algoritmos</b> para { $song }
group-title = <b>{ $group }</b>
group-button = { $name } ({ $n })
page-next = Página siguiente
page-previous = Página anterior
page-of = Página { $page } de { $pages }
premium-mark = { $name } (premium)

order-for = <b>{ $name }</b> para { $song }
order-algorithm = { $name }
order-goal = <b>{ $goal }</b> · { $song }
order-stems = Recibirás: { $stems }
order-option = { $field }: { $value }
order-format = Formato: { $format }
order-price = { $n ->
    [one] Cuesta más o menos 1 crédito en el plan premium y nada en el gratuito.
   *[other] Cuesta más o menos { $n } créditos en el plan premium y nada en el gratuito.
}
order-premium = Este algoritmo necesita una cuenta premium en MVSEP.
order-start = Iniciar
order-options = Opciones
order-format-button = Formato: { $format }
order-gone = MVSEP ya no ofrece este algoritmo. Elige otro, por favor.
options-title = <b>Opciones</b> de { $name }
option-button = { $field }: { $value }
option-chosen = { $label } ✓
option-unset = sin elegir
option-write = Escribe tu texto para <b>{ $field }</b> en el próximo mensaje.
field-title = <b>{ $field }</b>
formats-title = <b>Formato de las pistas</b>
format-mp3 = MP3 320 kbps
format-wav = WAV 16 bits
format-flac = FLAC 16 bits
format-m4a = M4A
format-wav32 = WAV 32 bits
format-flac24 = FLAC 24 bits
formats-hint = MP3 y M4A suenan directamente en Telegram. WAV y FLAC llegan como archivos y son de cinco a diez veces más grandes. WAV 32 y FLAC 24 necesitan el plan premium.
card-service-down = MVSEP no responde en este momento. Guardo tu canción; inténtalo otra vez en unos minutos.
draft-changed = Se tocaron dos botones a la vez; vale el primero. Mira el menú y toca otra vez, por favor.
draft-started = Esta canción ya está en camino, o la dejamos a un lado.
