status-queued = Esperando un lugar libre: tu plan admite { $n ->
    [one] una canción
   *[other] { $n } canciones
} a la vez.
status-starting = Preparando todo
status-uploading = Enviando a MVSEP · { $done } de { $total }
status-uploading-unknown = Enviando a MVSEP · { $done }
status-checking = Envié tu canción a MVSEP, pero la respuesta se perdió en el camino. Estoy comprobando si la aceptó, para que no pagues dos veces. No tienes que hacer nada.
status-fetching = MVSEP está descargando tu enlace
status-place = En la cola · puesto { $place } de { $count }
status-waiting = En la cola
status-processing = Separando
status-chunks = Separando · parte { $done } de { $all }
status-merging = Juntando las partes
status-delivering = { $n ->
    [one] Enviando 1 pista
   *[other] Enviando { $n } pistas
} · listas: { $sent }
status-elapsed = Van { $time }
status-cancelling = Deteniendo…
status-retrying = MVSEP no responde en este momento. Tu canción está a salvo aquí; lo sigo intentando.
status-hold-queue = MVSEP todavía está ocupado con otra canción tuya. Empiezo con esta en cuanto termine.
status-hold-key = MVSEP ya no acepta tu clave. Vincúlala otra vez con /link y esta canción seguirá sola.
status-hold-credits = MVSEP dice que no te alcanzan los créditos. No se ha cobrado nada. Recarga en mvsep.com: miro cada 15 minutos y sigo yo solo.
status-hold-daily = { $message } No se cobró nada. Guardo tu canción y lo intento otra vez en { $time }, sin que hagas nada.

done-title = { $n ->
    [one] <b>Listo.</b> 1 pista en { $time }.
   *[other] <b>Listo.</b> { $n } pistas en { $time }.
}
done-keep = Se quedan en MVSEP durante 72 horas.
stem-open = Descargar { $stem }
stem-lost = No pude enviar <b>{ $stem }</b>: { $reason }

failed-title = <b>No funcionó.</b>
failed-no-reason = MVSEP no pudo procesar esta canción y no dijo por qué.
failed-premium = MVSEP ofrece este algoritmo solo a cuentas premium. No se cobró nada. Elige otro o hazte premium en mvsep.com.
failed-unknown-type = MVSEP ya no ofrece este algoritmo. No se cobró nada. Elige otro, por favor.
failed-credits = MVSEP dice que no te alcanzan los créditos. No se cobró nada. Recarga en mvsep.com y toca «Intentar otra vez».
failed-too-large = MVSEP dice que esta canción es demasiado grande o larga para tu plan. No se cobró nada.
failed-source = No pude leer tu archivo desde Telegram. No se cobró nada. Envíalo una vez más, por favor.
failed-source-big = Telegram no me deja descargar este archivo: pasa de 20 MB. No se cobró nada. Mándame mejor un enlace de Google Drive, Dropbox o MEGA.
failed-token = MVSEP ya no acepta tu clave. No se cobró nada. Vincúlala de nuevo con /link y toca «Intentar otra vez».
failed-not-audio = Esto no es un archivo de audio ni de video: miré sus primeros bytes. No se cobró nada.
failed-gone = MVSEP ya no conoce este trabajo: los resultados se borran a las 72 horas.
failed-empty = MVSEP terminó, pero no entregó ninguna pista. Puedes intentarlo otra vez o elegir otro algoritmo.
failed-ours = Algo falló de mi lado ({ $code }) varias veces seguidas, así que me detuve. Toca «Intentar otra vez» o manda este código a quien lleva este bot.
failed-daily = MVSEP sigue sin aceptar canciones nuevas hoy. No se cobró nada.
unclear-text = Envié tu canción a MVSEP, pero la respuesta se perdió y no puedo averiguar si la aceptó. Si la aceptó, aparecerá en tu historial en mvsep.com. Tú decides: intentarlo otra vez puede costar de nuevo.
button-now = Probar ahora
button-retry = Intentar otra vez
button-forget = Dejarlo así

cancelled-title = <b>Detenido.</b>
cancelled-free = No se envió nada a MVSEP, así que no se cobró nada.
cancelled-refunded = MVSEP la sacó de su cola y devolvió los créditos.
cancelled-running = MVSEP ya había empezado, así que los créditos se gastaron. El resultado aparecerá en tu historial en mvsep.com.
cancelled-delivering = Las pistas que no llegué a enviar se quedan en MVSEP durante 72 horas.
cancelled-unknown = MVSEP no lo confirmó; puede que aún termine esta canción.

jobs-none = No hay nada en marcha. Envíame una canción o textos.
jobs-title = <b>Tus canciones y textos</b>
jobs-cancel = Cancelar { $title }
job-over = Este trabajo ya terminó.
job-stopping = Lo estoy deteniendo.

status-ahead = Quedan unos { $time } (estimación según canciones anteriores)
jobs-retry = Reintentar { $title }
jobs-cancel-all = Cancelar todo
jobs-failed = No ha funcionado.
jobs-unclear = No se sabe si MVSEP la aceptó. Reintentarlo puede costar otra vez.
jobs-stopping-all = { $n ->
    [one] Estoy deteniendo una canción.
   *[other] Estoy deteniendo { $n } canciones.
}
job-again = Ya está en camino.
failed-never = MVSEP no terminó esta canción en 72 horas, así que dejé de preguntar. Puedes intentarlo de nuevo.
failed-known = Telegram ya no tiene estas pistas. No se ha cobrado nada. Al reintentar, MVSEP las hará de nuevo.
cancelled-balance = Tus créditos ahora: { $left }.
