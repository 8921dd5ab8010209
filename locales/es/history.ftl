# El historial de todos los trabajos y las horas de silencio.
history-title = <b>Tus trabajos en MVSEP</b>
history-title-of = <b>Tus trabajos con { $name }</b>
history-none = Tu cuenta de MVSEP aún no tiene trabajos. Envíame una canción.
history-private = Tu historial es solo para ti. Pídemelo en nuestro chat privado.
history-no-account = Primero vincula tu cuenta de MVSEP con /link y te mostraré su historial.
history-not-there = MVSEP ya no tiene estos resultados.
history-when = Empezado: { $date } UTC
history-credits = { $n ->
    [one] { $n } crédito
   *[other] { $n } créditos
}
history-there = todavía está
history-left = { $n ->
    [0] queda menos de una hora
    [one] queda { $n } hora
   *[other] quedan { $n } horas
}
history-gone = borrado
history-send = Envíame los resultados
history-filter = Por algoritmo
history-which = ¿Qué algoritmo?
history-of = { $name } ({ $n })
history-all = Todos
history-credits-button = Créditos por mes
history-months = <b>Créditos por mes</b>, hasta donde MVSEP lo dice
history-month = { $month }: { $credits }, trabajos: { $n }
quiet-off = Las <b>horas de silencio</b> están desactivadas: mis mensajes llegan con sonido.
quiet-choose = Elige cuándo deben llegar sin él.
quiet-on = <b>Horas de silencio</b> de { $start } a { $end }: mis mensajes llegan sin sonido.
quiet-clock = Según tu reloj ahora son las { $time }. Si no, corrígelo:
quiet-earlier = Una hora antes
quiet-later = Una hora después
quiet-end = Sin horas de silencio
command-history = Tus trabajos en MVSEP
command-quiet = Horas de silencio
