link-button = Link MVSEP account
link-open-site = Open mvsep.com
link-ask =
    Open mvsep.com → Account → API, copy the key, and paste it here.

    I delete your message right away and keep the key sealed.
link-group = Keys belong in a private chat. Press the button, and we'll do it there.
link-group-button = Link in private chat
link-done = <b>Linked.</b> { $name }, key ending in …{ $last4 }.
link-plan-free = Free plan: one song at a time, up to 100 MB or 10 minutes. Credits: { $credits }.
link-plan-premium = Premium: up to 10 songs at once, up to 1000 MB or 100 minutes. Credits: { $credits }.
link-next = Now send me a song.
link-not-deleted = I could not delete your message with the key. Please delete it yourself.
link-wrong-shape = That does not look like an MVSEP key: it has 30 letters and digits, without blanks. Copy it again from mvsep.com → Account → API and paste it here.
link-refused = MVSEP does not know this key. Please copy it again from mvsep.com → Account → API and paste it here. If you have made a new key there, the old one no longer works.
link-service-down = MVSEP does not answer, so I could not check your key, and I have not kept it. Please send it again in a few minutes.
account-none = No MVSEP account is linked yet.
account-title = <b>{ $name }</b>, key ending in …{ $last4 }.
account-running = { $n ->
    [0] No song is being worked on at MVSEP.
    [one] One song is being worked on at MVSEP.
   *[other] { $n } songs are being worked on at MVSEP.
}
account-unlink = Unlink
account-unlinked = Unlinked. Your key is deleted here. Running jobs end where they are.
account-relink = Link another key
