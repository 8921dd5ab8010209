start-hello =
    <b>¡Hola, { $name }! Envíame una canción y la separo en pistas:</b> voz, batería, bajo, guitarra, piano y más.

    Sirve un archivo, una nota de voz, un video o un enlace (MEGA, Google Drive, Dropbox).
start-link-first = El trabajo lo hace tu cuenta de MVSEP. Vincúlala una vez; es gratis.
start-linked = Tu cuenta de MVSEP está vinculada. Solo envía una canción.
start-group = Responde aquí a una canción con <b>/separate</b> y la separo en pistas.

help-text =
    <b>Canciones</b>
    1. Vincula tu cuenta de MVSEP con /link. Es gratis.
    2. Envía una canción: un archivo, una nota de voz, un vídeo o un enlace. También varias a la vez.
    3. Elige lo que necesitas y pulsa Iniciar. Las pistas llegan aquí.

    <b>Textos</b>
    Reenvía mensajes, pega un texto o envía un archivo con textos, y te cuento su tono, sus emociones y sus palabras frecuentes, o los ordeno por tus temas.

    <b>Conviene saber</b>
    Telegram me deja descargar archivos de hasta 20 MB. Para los más grandes, envía un enlace de Google Drive, Dropbox o MEGA.
    En un grupo, responde /separate a una canción o /analyze a un texto.

    <b>Comandos</b>
    /link – conectar tus cuentas
    /account – plan, créditos y límites
    /separate – separar una canción en pistas
    /analyze – leer textos
    /themes – tus temas para textos
    /jobs – lo que está en marcha
    /history – todos tus trabajos en MVSEP
    /settings – idioma, horas tranquilas, límites
    /privacy, /exportmydata, /deletemydata – tus datos

unknown-text = Envíame una canción y la separo en pistas, o reenvíame textos de una frase o más y los analizo. /discover muestra lo que sé hacer.
unknown-command = No conozco este comando. En /help están los que conozco.
unknown-content = Con esto todavía no puedo hacer nada. Envíame un archivo de audio, una nota de voz, un video o un enlace a una canción.

settings-title = <b>Ajustes</b>
settings-language = Idioma
settings-quiet = Horas tranquilas
settings-account = Cuenta, claves y límites
language-ask = ¿En qué idioma hablamos?
language-set = A partir de ahora hablo español.

cancel-nothing = No espero nada de ti. Lo que está en marcha lo ves en /jobs, y allí se puede detener.
cancel-waiting = De acuerdo, ya no espero una respuesta.

command-start = Empezar
command-help = Cómo funciona
command-link = Vincular tu cuenta de MVSEP
command-account = Tu plan y tus créditos
command-separate = Separar una canción en pistas
command-jobs = Lo que está en marcha
command-cancel = Dejar el paso actual
command-create = Crear sonido con palabras
command-settings = Cambiar los ajustes
command-language = Cambiar el idioma
command-access = Quién puede usarme
command-invite = Invitar a gente
command-allow = Dejar entrar a alguien
command-ban = Cerrarle la puerta a alguien
command-unban = Anular un permiso o un cierre
bot-description = Envía una canción y recibe sus pistas: voz, batería, bajo, guitarra, piano y más. Funciona con tu propia cuenta de MVSEP.
bot-short-description = Separa canciones en pistas con tu cuenta de MVSEP.
