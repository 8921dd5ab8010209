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
