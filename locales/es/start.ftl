start-hello =
    <b>¡Hola, { $name }! Envíame una canción y la separo en pistas:</b> voz, batería, bajo, guitarra, piano y más.

    Sirve un archivo, una nota de voz, un video o un enlace (MEGA, Google Drive, Dropbox).
start-link-first = El trabajo lo hace tu cuenta de MVSEP. Vincúlala una vez; es gratis.
start-linked = Tu cuenta de MVSEP está vinculada. Solo envía una canción.
start-group = Responde aquí a una canción con <b>/separate</b> y la separo en pistas.

help-text =
    <b>Cómo funciona</b>
    1. Vincula tu cuenta de MVSEP con /link. Es gratis.
    2. Envía una canción: un archivo, una nota de voz, un video o un enlace.
    3. Elige lo que necesitas y toca «Iniciar». Te mando las pistas aquí.

    <b>Bueno saberlo</b>
    Telegram me deja descargar archivos de hasta 20 MB. Si pesan más, manda un enlace de Google Drive, Dropbox o MEGA.
    En un grupo, responde a una canción con /separate.

    <b>Comandos</b>
    /link – vincular tu cuenta de MVSEP
    /account – tu plan y tus créditos
    /separate – separar una canción en pistas
    /jobs – lo que está en marcha
    /cancel – dejar el paso actual
    /language – cambiar mi idioma

unknown-text = Separo canciones en pistas. Envíame un archivo de audio, una nota de voz, un video o un enlace a una canción. En /help hay más.
unknown-command = No conozco este comando. En /help están los que conozco.
unknown-content = Con esto todavía no puedo hacer nada. Envíame un archivo de audio, una nota de voz, un video o un enlace a una canción.

settings-title = <b>Ajustes</b>
settings-language = Idioma
settings-quiet = Horas tranquilas
settings-account = Cuenta, claves y límites
language-ask = ¿En qué idioma hablamos?
language-set = A partir de ahora hablo español.

cancel-nothing = No hay nada que cancelar.
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
bot-description = Envía una canción y recibe sus pistas: voz, batería, bajo, guitarra, piano y más. Funciona con tu propia cuenta de MVSEP.
bot-short-description = Separa canciones en pistas con tu cuenta de MVSEP.
