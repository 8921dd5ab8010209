# Palabras comunes, números y respuestas a lo que puede pasar en cualquier parte.
size-kb = { $n } KB
size-mb = { $n } MB
elapsed-seconds = { $s } s
elapsed-minutes = { $m } min { $s } s
elapsed-hours = { $h } h { $m } min

button-back = Atrás
button-cancel = Cancelar
button-help = Ayuda

answer-by-reply = Contesta respondiendo a este mensaje.
old-button = Este botón es de un menú antiguo. Envía la canción otra vez y tendrás uno nuevo.
tap-too-old = No estaba disponible cuando tocaste ese botón, así que no hice nada. Tócalo otra vez, por favor.
not-your-button = Este botón es para otra persona.
not-your-menu = Este menú es de otra persona. Responde a la canción con /separate y tendrás el tuyo.
not-your-job = Este trabajo es de otra persona.
anonymous = No puedo saber quién eres si escribes en nombre del grupo o de un canal. Escribe con tu propia cuenta, por favor.
error-ours = Algo falló de mi lado ({ $code }). No se perdió nada de lo que enviaste. Inténtalo otra vez; si vuelve a pasar, manda este código a quien lleva este bot.

service-down = MVSEP no responde en este momento. No se cobró nada. Inténtalo otra vez en unos minutos.
service-busy = MVSEP me pide ir más despacio. Inténtalo otra vez en un minuto.
token-refused = MVSEP ya no acepta tu clave. Vincúlala de nuevo con /link y sigo donde lo dejé.
service-says = MVSEP dice: <i>{ $message }</i>
flood-notice = ¡Cuánto de una vez! Voy mirando tus mensajes uno por uno; no se pierde nada.
