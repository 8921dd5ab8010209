link-button = Vincular cuenta de MVSEP
link-open-site = Abrir mvsep.com
link-ask =
    Abre mvsep.com → Account → API, copia la clave y pégala aquí.

    Borro tu mensaje enseguida y guardo la clave cifrada.
link-group = Las claves van en un chat privado. Toca el botón y lo hacemos allí.
link-group-button = Vincular en el chat privado
link-done = <b>Cuenta vinculada.</b> { $name }, clave terminada en …{ $last4 }.
link-plan-free = Plan gratuito: una canción a la vez, hasta 100 MB o 10 minutos. Créditos: { $credits }.
link-plan-premium = Premium: hasta 10 canciones a la vez, hasta 1000 MB o 100 minutos. Créditos: { $credits }.
link-next = Ahora envíame una canción.
link-not-deleted = No pude borrar tu mensaje con la clave. Bórralo tú, por favor.
link-wrong-shape = Eso no parece una clave de MVSEP: tiene 30 letras y cifras, sin espacios. Cópiala otra vez en mvsep.com → Account → API y pégala aquí.
link-refused = MVSEP no conoce esta clave. Cópiala otra vez en mvsep.com → Account → API y pégala aquí, por favor. Si creaste una nueva allí, la anterior ya no sirve.
link-service-down = MVSEP no responde, así que no pude comprobar tu clave y no la he guardado. Envíala otra vez en unos minutos, por favor.
account-none = Todavía no hay ninguna cuenta de MVSEP vinculada.
account-title = <b>{ $name }</b>, clave terminada en …{ $last4 }.
account-running = { $n ->
    [0] MVSEP no está trabajando en ninguna canción tuya.
    [one] MVSEP está trabajando en una canción tuya.
   *[other] MVSEP está trabajando en { $n } canciones tuyas.
}
account-unlink = Desvincular
account-unlinked = Cuenta desvinculada. Tu clave se borró de aquí. Los trabajos en marcha se quedan donde están.
account-relink = Vincular otra clave

# Other ways to link, and signing in

link-sign-in = Entrar con el correo
link-register = Crear una cuenta de MVSEP
link-neuro-semantic = Vincular Neuro-Semantic
login-email = ¿Qué correo usas en mvsep.com?
login-email-wrong = Eso no parece un correo. Envíalo otra vez, por favor.
login-password = Ahora la contraseña. La uso una sola vez para obtener tu clave, borro tu mensaje enseguida y no guardo la contraseña.
login-refused = MVSEP no acepta este correo con esta contraseña. Envía la contraseña otra vez o toca Cancelar.
login-service-down = MVSEP no responde, así que no pude seguir. No he guardado la contraseña. Envíala otra vez en unos minutos.
login-no-key = Has entrado, pero tu cuenta aún no tiene clave y solo tú puedes crearla: abre mvsep.com → Account → API, pulsa «Create private key» y pega la clave aquí.
register-name = Vamos a crear una cuenta gratuita en mvsep.com. ¿Qué nombre le ponemos?
register-email = ¿Qué correo tendrá? MVSEP enviará allí un mensaje para confirmarlo.
register-password = Elige una contraseña para mvsep.com y envíala aquí. La paso una sola vez, borro tu mensaje enseguida y no la guardo.
register-refused = MVSEP no lo aceptó todo:
register-problem = <b>{ $field }:</b> { $text }
register-done = <b>La cuenta está creada.</b> Abre el mensaje de MVSEP y confirma la dirección. Después crea una clave en mvsep.com → Account → API y pégala aquí.
register-unsure = La respuesta de MVSEP se perdió y no sé si la cuenta se creó. Mira tu correo: si hay un mensaje de MVSEP, confírmalo, crea una clave en mvsep.com → Account → API y pégala aquí. Si no, empieza otra vez con /link.
field-name = Nombre
field-email = Correo
field-password = Contraseña

# Secrets where they do not belong

secret-deleted = <b>En tu mensaje había un secreto, así que lo borré.</b> Otros pueden haberlo visto: mejor crea uno nuevo.
secret-not-deleted = <b>En tu mensaje hay un secreto y no tengo permiso para borrarlo. Bórralo tú, por favor.</b> Otros pueden haberlo visto: mejor crea uno nuevo.
secret-renew-mvsep = Una clave de MVSEP: crea otra en mvsep.com → Account → API; la anterior deja de servir. Luego vincúlala con /link en nuestro chat privado.
secret-renew-bot = Un token de bot: envía /revoke a @BotFather; el anterior deja de servir.
secret-renew-fernet = Una clave de cifrado: debe cambiarla quien lleva el servicio al que pertenece.
secret-renew-neuro-semantic = Una clave de Neuro-Semantic: crea otra en tu cuenta de neuro-semantic.ru y vincúlala con /link en nuestro chat privado.

# The account

account-unknown = MVSEP no responde ahora mismo, así que no puedo mostrar más.
account-refused = <b>MVSEP ya no acepta tu clave terminada en …{ $last4 }.</b> Las canciones en espera quedan retenidas; no se pierde nada. Vincula una clave nueva y seguirán.
account-spent = Gastado este mes: { $n } créditos.
account-spent-of = Gastado este mes: { $n } de { $limit } créditos.
account-warns = Pregunto antes de un trabajo de más de { $n } créditos.
account-premium-on = Usar premium: activar
account-premium-off = Usar premium: desactivar
account-names-on = Nombres largos: activar
account-names-off = Nombres largos: desactivar
account-limit = Límite mensual
account-warning = Preguntar antes
account-use = Usar { $name } …{ $last4 }
account-neuro-semantic = Cuenta de Neuro-Semantic
account-unlink-sure = ¿Olvidar la clave terminada en …{ $last4 }? Los trabajos en marcha terminan; los que esperan esta clave se detienen.
account-unlink-yes = Sí, olvidarla
account-shared = Quien lleva este bot paga por ti: { $n ->
    [one] 1 canción más hoy.
   *[other] { $n } canciones más hoy.
}
limit-ask-month = ¿Cuántos créditos se pueden gastar en un mes? Toca un número o envía otro.
limit-ask-warning = ¿A partir de cuántos créditos pregunto antes de un trabajo? Toca un número o envía otro.
limit-none = Sin límite
limit-kept = De acuerdo, anotado. Está en /account.
limit-removed = Ya no hay límite.
spending-limit = Esto pasaría tu propio límite: este mes llevas { $spent } de { $limit } créditos y esto cuesta { $credits }. Puedes cambiar el límite en /account.
spending-warning = Esto cuesta { $credits } créditos. Me pediste avisar antes de un trabajo de más de { $limit }.
shared-used-up = Quien lleva este bot paga { $n ->
    [one] 1 canción
   *[other] { $n } canciones
} al día, y las de hoy ya se usaron. Vuelve mañana o vincula tu propia cuenta con /link.

# Neuro-Semantic

neuro-ask = Abre neuro-semantic.ru, copia la clave secreta de tu cuenta y pégala aquí. Borro tu mensaje enseguida y guardo la clave cifrada.
neuro-wrong-shape = Eso no parece una clave: es una sola palabra, sin espacios. Cópiala otra vez, por favor.
neuro-refused = Neuro-Semantic no conoce esta clave. Cópiala otra vez, por favor.
neuro-service-down = Neuro-Semantic no responde, así que no pude comprobar tu clave y no la he guardado. Envíala otra vez en unos minutos.
neuro-done = <b>Cuenta vinculada.</b> Neuro-Semantic, clave terminada en …{ $last4 }. Saldo: { $value } ₽.
neuro-title = <b>Neuro-Semantic</b>, clave terminada en …{ $last4 }.
neuro-balance = Saldo: { $value } ₽
neuro-history = Últimos pagos:
neuro-no-history = Todavía no hay pagos.
neuro-payment = { $date } · { $what } · { $value } ₽
neuro-refused-later = Neuro-Semantic ya no acepta tu clave. Vincúlala otra vez con /link.
neuro-down = Neuro-Semantic no responde ahora mismo. Prueba otra vez en unos minutos, por favor.
