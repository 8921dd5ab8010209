# What is kept about people, and how it goes away.
privacy-title = <b>Lo que este bot guarda sobre ti</b>
privacy-users = Tu número de Telegram, tu idioma, tus horas de silencio y si me bloqueaste.
privacy-credentials = Las claves que vinculaste, con sus últimos 4 caracteres y el correo o nombre de la cuenta, hasta que las desvincules. Las contraseñas no se guardan nunca.
privacy-drafts = Lo que enviaste y aún no iniciaste, y las preguntas que te hice: { $days } días.
privacy-texts = Los textos que reúnes para analizar, con los nombres de quienes los escribieron: hasta que los borres, como mucho { $days } días.
privacy-analyses = Los resultados del análisis de tus textos: { $days } días.
privacy-jobs = Tus trabajos: títulos, enlaces o números de archivo de Telegram, elecciones, nombres y direcciones de las pistas: { $days } días después de terminar. Las canciones y las pistas solo pasan por mí; no guardo sonido.
privacy-choices = Tus favoritos, ajustes guardados y notas, hasta que los borres.
privacy-spending = Tus límites y lo que costó cada trabajo: dos meses.
privacy-inbox = Tus mensajes hasta que se atienden, después solo sus números: { $days } días.
privacy-access = Si quien lleva este bot te dejó entrar. Un bloqueo se guarda como una huella que no te nombra.
privacy-erasures = Tu deseo de que te olvide, hasta que se cumpla.
privacy-sealed = Las claves, los correos, los títulos, los enlaces, los textos y las direcciones de los trabajos están cifrados; la clave de cifrado no está en la base de datos. Nada se usa para otra cosa que tus trabajos, nada se vende y no se rastrea a nadie. En los grupos solo leo lo que va dirigido a mí.
privacy-services = Las canciones van a mvsep.com y los textos a neuro-semantic.ru, con tu propia clave, cuando tocas Iniciar. Allí valen sus normas. Telegram lleva todos los mensajes.
privacy-blocked = Si me bloqueas, a los { $days } días se borra todo sobre ti.
privacy-rights = /exportmydata te lo envía todo en un archivo, /deletemydata lo borra. Para preguntas, habla con quien lleva este bot.
privacy-in-group = Tus datos no le importan a nadie más. Pregúntame en nuestro chat privado, por favor.
privacy-private-button = Abrir el chat privado
export-caption = Todo lo que guardo sobre ti. Las claves de tus cuentas y de los resultados no están.
erase-ask = ¿Borrar todo lo que guardo sobre ti? Se irán tus claves, trabajos, elecciones y límites, y lo que esté en marcha se detiene. Las pistas de este chat se quedan.
erase-ask-again = <b>¿De verdad todo?</b> No se puede deshacer.
erase-yes = Borrarlo todo
erase-yes-again = Sí, borrar para siempre
erase-no = Conservarlo
erase-started = { $n ->
    [0] Lo estoy borrando todo.
    [one] Detengo 1 trabajo y después lo borro todo.
   *[other] Detengo { $n } trabajos y después lo borro todo.
}
erase-done = Todo sobre ti está borrado. Si me escribes otra vez, empezamos de nuevo.
command-privacy = Lo que guardo sobre ti
command-exportmydata = Recibir todos tus datos
command-deletemydata = Borrar todos tus datos
