# Las pistas en el chat, lo que se ofrece para las demasiado grandes y lo que se puede hacer con ellas.
done-credits = Créditos: { $used } usados, quedan { $left }.
done-left = Créditos restantes: { $left }.
done-known = Ya tenía estas pistas, así que no se ha cobrado nada.
stem-links = Los enlaces de abajo funcionan 72 horas desde que MVSEP terminó. Quien los tenga puede descargar.
stem-which = ¿Qué pista será la próxima canción?
stem-gone = Esto ya no está.
analyse-text = Analizar este texto
after-anew = Otra cosa con ella
after-stem = Seguir con una pista
after-rate = Valorar
after-delete = Borrar en MVSEP
after-again = Hacerlo de nuevo
after-no-song = No tengo esta canción, solo la tiene MVSEP. Envíamela y elige otra vez.
rate-ask = ¿Qué tal ha quedado? Lo recordaré para ti.
rate-thanks = { $stars } Anotado.
delete-ask = ¿Borrar la canción y sus pistas en MVSEP? Lo que envié a este chat se queda.
delete-sure = Sí, borrar
delete-done = Borrado en MVSEP.
big-title = Telegram permite a los bots enviar { $limit } como máximo, así que estas se quedan fuera:
big-line = <b>{ $stem }</b> · { $size }
big-format = En MP3 o M4A cabrían. Es un pedido nuevo en MVSEP, y verás su precio antes de empezar.
big-parts = O llévate una pista como ZIP en partes: guárdalas en una carpeta y abre la primera con 7-Zip. No cuesta nada.
big-in-format = Pedir en { $format }
big-in-parts = { $stem } en ZIP · { $n ->
    [one] { $n } parte
   *[other] { $n } partes
}
part-label = { $stem }, parte { $n } de { $all }
door-closed = Las pistas de <b>{ $title }</b> están listas, pero no se pueden enviar archivos donde las pediste. Sigo intentándolo mientras MVSEP las tenga. ¿Te las envío aquí?
door-shut = Las pistas de <b>{ $title }</b> están listas, pero ya no estoy en el grupo donde las pediste. ¿Te las envío aquí?
door-here = Enviarlas aquí
door-expired = Las pistas de <b>{ $title }</b> no se pudieron enviar en 72 horas, y MVSEP ya las ha borrado.
door-coming = Van en camino.
