status-queued = Waiting for a free place: your plan takes { $n ->
    [one] one song
   *[other] { $n } songs
} at a time.
status-starting = Getting ready
status-uploading = Sending to MVSEP · { $done } of { $total }
status-uploading-unknown = Sending to MVSEP · { $done }
status-checking = I sent your song to MVSEP, but the answer got lost on the way. I'm checking whether it was accepted, so that you don't pay twice. No need to do anything.
status-fetching = MVSEP is fetching your link
status-place = In the queue · place { $place } of { $count }
status-waiting = In the queue
status-processing = Separating
status-chunks = Separating · part { $done } of { $all }
status-merging = Putting the parts together
status-delivering = { $n ->
    [one] Sending 1 stem
   *[other] Sending { $n } stems
} · { $sent } sent
status-elapsed = { $time } so far
status-cancelling = Stopping…
status-retrying = MVSEP does not answer at the moment. Your song is safe here, I keep trying.
status-hold-queue = MVSEP is still busy with another song of yours. I start this one as soon as it is done.
status-hold-key = MVSEP no longer accepts your key. Link it again with /link, and this song goes on by itself.
status-hold-credits = MVSEP says that your credits do not suffice. Nothing was charged. Top up at mvsep.com: I look every 15 minutes and go on by myself.
status-hold-daily = { $message } Nothing was charged. I keep your song and try again by myself in { $time }.

done-title = { $n ->
    [one] <b>Done.</b> 1 stem in { $time }.
   *[other] <b>Done.</b> { $n } stems in { $time }.
}
done-keep = They stay on MVSEP for 72 hours.
stem-open = Download { $stem }
stem-lost = <b>{ $stem }</b> could not be sent: { $reason }

failed-title = <b>This did not work.</b>
failed-no-reason = MVSEP could not process this song and gave no reason.
failed-premium = MVSEP offers this algorithm to premium accounts only. Nothing was charged. Choose another one, or get premium at mvsep.com.
failed-unknown-type = MVSEP no longer offers this algorithm. Nothing was charged. Please choose another one.
failed-credits = MVSEP says that your credits do not suffice. Nothing was charged. Top up at mvsep.com and press Try again.
failed-too-large = MVSEP says that this song is too big or too long for your plan. Nothing was charged.
failed-source = I could not read your file from Telegram. Nothing was charged. Please send it once more.
failed-source-big = Telegram does not let me fetch this file: it is over 20 MB. Nothing was charged. Send me a link from Google Drive, Dropbox or MEGA instead.
failed-token = MVSEP no longer accepts your key. Nothing was charged. Link it again with /link, then press Try again.
failed-not-audio = This is not an audio or video file: I had a look at its first bytes. Nothing was charged.
failed-gone = MVSEP no longer knows this job: results are deleted after 72 hours.
failed-empty = MVSEP finished, but gave no stems. You can try again or choose another algorithm.
failed-ours = Something broke on my side ({ $code }), several times in a row, so I stopped. Press Try again, or send this code to whoever runs this bot.
failed-daily = MVSEP still refuses new songs today. Nothing was charged.
unclear-text = I sent your song to MVSEP, but the answer got lost, and I can't find out whether it was accepted. If it was, it will appear in your history at mvsep.com. You decide: trying again may cost a second time.
button-now = Try now
button-retry = Try again
button-forget = Leave it

cancelled-title = <b>Stopped.</b>
cancelled-free = Nothing was sent to MVSEP, so nothing was charged.
cancelled-refunded = MVSEP took it out of its queue and gave the credits back.
cancelled-running = MVSEP had already begun, so the credits are spent. The result will appear in your history at mvsep.com.
cancelled-delivering = The stems that have not been sent stay on MVSEP for 72 hours.
cancelled-unknown = MVSEP did not confirm it; it may still finish this song.

jobs-none = Nothing is running. Send me a song or texts.
jobs-title = <b>Your songs and texts</b>
jobs-cancel = Cancel { $title }
job-over = This job has already ended.
job-stopping = I'm stopping it.

status-ahead = About { $time } left (an estimate from earlier songs)
jobs-retry = Try { $title } again
jobs-cancel-all = Cancel all
jobs-failed = Did not work.
jobs-unclear = Nobody knows whether MVSEP took it. Trying again may cost a second time.
jobs-stopping-all = { $n ->
    [one] I'm stopping one song.
   *[other] I'm stopping { $n } songs.
}
job-again = It is on its way.
failed-never = MVSEP did not finish this song within 72 hours, so I stopped asking. You can try again.
failed-known = Telegram no longer has these stems. Nothing was charged. Try again has MVSEP make them anew.
cancelled-balance = Your credits now: { $left }.
