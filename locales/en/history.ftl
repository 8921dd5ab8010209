# The history of all jobs, and quiet hours.
history-title = <b>Your jobs at MVSEP</b>
history-title-of = <b>Your jobs with { $name }</b>
history-none = Your MVSEP account has no jobs yet. Send me a song.
history-private = Your history is for you alone. Ask me for it in our private chat.
history-no-account = Link your MVSEP account with /link first, then I can show its history.
history-not-there = MVSEP no longer has these results.
history-when = Started: { $date } UTC
history-credits = { $n ->
    [one] { $n } credit
   *[other] { $n } credits
}
history-there = still there
history-left = { $n ->
    [0] less than an hour left
    [one] { $n } hour left
   *[other] { $n } hours left
}
history-gone = deleted
history-send = Send me the results
history-filter = By algorithm
history-which = Which algorithm?
history-of = { $name } ({ $n })
history-all = All
history-credits-button = Credits by month
history-months = <b>Credits by month</b>, as far as MVSEP still tells
history-month = { $month }: { $credits }, jobs: { $n }
quiet-off = <b>Quiet hours</b> are off: my messages come with a sound.
quiet-choose = Choose when they shall come without.
quiet-on = <b>Quiet hours</b> from { $start } to { $end }: my messages come without a sound.
quiet-clock = By your clock it is { $time } now. If not, put it right:
quiet-earlier = An hour earlier
quiet-later = An hour later
quiet-end = No quiet hours
command-history = Your jobs at MVSEP
command-quiet = Quiet hours
