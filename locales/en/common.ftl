# Shared words, numbers and answers to what can go wrong anywhere.
size-kb = { $n } KB
size-mb = { $n } MB
elapsed-seconds = { $s } s
elapsed-minutes = { $m } min { $s } s
elapsed-hours = { $h } h { $m } min

button-back = Back
button-cancel = Cancel
button-help = Help

answer-by-reply = Please answer by replying to this message.
old-button = This button is from an older menu. Send the song again for a fresh one.
tap-too-old = I was away when you pressed that button, so I did nothing. Please press it again.
not-your-button = This button is for somebody else.
not-your-menu = This menu belongs to somebody else. Reply /separate to the song to get your own.
not-your-job = This job belongs to somebody else.
anonymous = I can't tell who you are while you write as the group or a channel. Please write as yourself.
error-ours = Something broke on my side ({ $code }). Nothing you sent is lost. Please try again; if it happens again, send this code to whoever runs this bot.

service-down = MVSEP does not answer at the moment. Nothing was charged. Please try again in a few minutes.
service-busy = MVSEP asks me to slow down. Please try again in a minute.
token-refused = MVSEP no longer accepts your key. Link it again with /link, and I'll go on from there.
service-says = MVSEP says: <i>{ $message }</i>
flood-notice = That is a lot at once. I take your messages one after the other; nothing is lost.
