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

# Other ways to link, and signing in

link-sign-in = Sign in with e-mail
link-register = Create an MVSEP account
link-neuro-semantic = Link Neuro-Semantic
login-email = Which e-mail address do you use at mvsep.com?
login-email-wrong = That does not look like an e-mail address. Please send it again.
login-password = Now the password. I use it once to fetch your key, delete your message right away, and do not keep the password.
login-refused = MVSEP does not accept this e-mail and password. Please send the password again, or press Cancel.
login-service-down = MVSEP does not answer, so I could not go on. I have not kept the password. Please send it again in a few minutes.
login-no-key = You are signed in, but your account has no key yet, and only you can make one: open mvsep.com → Account → API, press “Create private key”, and paste the key here.
register-name = We'll make a free account at mvsep.com. What name shall it have?
register-email = Which e-mail address shall it have? MVSEP sends a message there to confirm it.
register-password = Choose a password for mvsep.com and send it here. I pass it on once, delete your message right away, and do not keep it.
register-refused = MVSEP did not accept everything:
register-problem = <b>{ $field }:</b> { $text }
register-done = <b>The account is made.</b> Open the message MVSEP has sent you and confirm the address. Then make a key at mvsep.com → Account → API and paste it here.
register-unsure = MVSEP's answer got lost, so I don't know whether the account was made. Look into your mailbox: if there is a message from MVSEP, confirm it, make a key at mvsep.com → Account → API, and paste it here. If not, begin again with /link.
field-name = Name
field-email = E-mail
field-password = Password

# Secrets where they do not belong

secret-deleted = <b>There was a secret in your message, so I deleted it.</b> Others may have seen it: better make a new one.
secret-not-deleted = <b>There is a secret in your message, and I am not allowed to delete it. Please delete it yourself.</b> Others may have seen it: better make a new one.
secret-renew-mvsep = An MVSEP key: make a new one at mvsep.com → Account → API. The old one stops working. Then link it with /link in our private chat.
secret-renew-bot = A bot token: send /revoke to @BotFather. The old one stops working.
secret-renew-fernet = An encryption key: whoever runs the service it belongs to must change it.
secret-renew-neuro-semantic = A Neuro-Semantic key: make a new one in your account at neuro-semantic.ru, and link it with /link in our private chat.

# The account

account-unknown = MVSEP does not answer at the moment, so I can't show more.
account-refused = <b>MVSEP no longer accepts your key ending in …{ $last4 }.</b> Songs that wait are held; nothing is lost. Link a new key, and they go on.
account-spent = Spent this month: { $n } credits.
account-spent-of = Spent this month: { $n } of { $limit } credits.
account-warns = I ask before a job of more than { $n } credits.
account-premium-on = Use premium: turn on
account-premium-off = Use premium: turn off
account-names-on = Long file names: turn on
account-names-off = Long file names: turn off
account-limit = Monthly limit
account-warning = Ask before
account-use = Use { $name } …{ $last4 }
account-neuro-semantic = Neuro-Semantic account
account-unlink-sure = Forget the key ending in …{ $last4 }? Jobs that are under way end; those that wait for this key are stopped.
account-unlink-yes = Yes, forget it
account-shared = Whoever runs this bot pays for you: { $n ->
    [one] 1 more song today.
   *[other] { $n } more songs today.
}
limit-ask-month = How many credits may be spent in a month? Press a number or send another one.
limit-ask-warning = From how many credits on shall I ask before a job? Press a number or send another one.
limit-none = No limit
limit-kept = All right, I have noted it. /account shows it.
limit-removed = There is no limit any more.
spending-limit = This would pass your own limit: { $spent } of { $limit } credits are spent this month, and this costs { $credits }. You can change the limit in /account.
spending-warning = This costs { $credits } credits. You asked me to say so before a job of more than { $limit }.
shared-used-up = Whoever runs this bot pays for { $n ->
    [one] 1 song
   *[other] { $n } songs
} a day, and today's are used up. Come back tomorrow, or link your own account with /link.

# Neuro-Semantic

neuro-ask = Open neuro-semantic.ru, copy the secret key from your account, and paste it here. I delete your message right away and keep the key sealed.
neuro-wrong-shape = That does not look like a key: it is one word, without blanks. Please copy it again.
neuro-refused = Neuro-Semantic does not know this key. Please copy it again.
neuro-service-down = Neuro-Semantic does not answer, so I could not check your key, and I have not kept it. Please send it again in a few minutes.
neuro-done = <b>Linked.</b> Neuro-Semantic, key ending in …{ $last4 }. Balance: { $value } ₽.
neuro-title = <b>Neuro-Semantic</b>, key ending in …{ $last4 }.
neuro-balance = Balance: { $value } ₽
neuro-history = Latest payments:
neuro-no-history = No payments yet.
neuro-payment = { $date } · { $what } · { $value } ₽
neuro-refused-later = Neuro-Semantic no longer accepts your key. Link it again with /link.
neuro-down = Neuro-Semantic does not answer at the moment. Please try again in a few minutes.
