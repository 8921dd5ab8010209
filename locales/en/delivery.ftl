# Stems in the chat, what is offered for those too big for it, and what can be done with them.
done-credits = Credits: { $used } used, { $left } left.
done-left = Credits left: { $left }.
done-known = I had these stems already, so nothing was charged.
stem-links = The links below work for 72 hours after MVSEP has finished. Whoever has them can download.
stem-which = Which stem shall be the next song?
stem-gone = This is no longer there.
analyse-text = Analyse this text
after-anew = Something else with it
after-stem = Go on with a stem
after-rate = Rate
after-delete = Delete at MVSEP
after-again = Make anew
after-no-song = I don't have this song, only MVSEP does. Send it to me, and choose again.
rate-ask = How good is it? I remember it for you.
rate-thanks = { $stars } Noted.
delete-ask = Delete the song and its stems at MVSEP? What I sent to this chat stays.
delete-sure = Yes, delete
delete-done = Deleted at MVSEP.
big-title = Telegram lets bots send { $limit } at most, so these stay behind:
big-line = <b>{ $stem }</b> · { $size }
big-format = In MP3 or M4A they would fit. That is a new order at MVSEP, and you see its price before it starts.
big-parts = Or take a stem as a ZIP in parts: save them in one folder and open the first one with 7-Zip. It costs nothing.
big-in-format = Order as { $format }
big-in-parts = { $stem } as ZIP · { $n ->
    [one] { $n } part
   *[other] { $n } parts
}
part-label = { $stem }, part { $n } of { $all }
door-closed = The stems of <b>{ $title }</b> are done, but files can't be sent where you asked for them. I keep trying while MVSEP has them. Shall I send them here instead?
door-shut = The stems of <b>{ $title }</b> are done, but I'm no longer in the group where you asked for them. Shall I send them here instead?
door-here = Send them here
door-expired = The stems of <b>{ $title }</b> could not be sent within 72 hours, and MVSEP has deleted them by now.
door-coming = They are on their way.
