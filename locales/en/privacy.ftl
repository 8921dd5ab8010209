# What is kept about people, and how it goes away.
privacy-title = <b>What this bot keeps about you</b>
privacy-users = Your Telegram id, your language, your quiet hours, and whether you blocked me.
privacy-credentials = The keys you linked, with the last 4 characters and the account's e-mail or name, until you unlink them. Passwords are never kept.
privacy-drafts = What you sent and have not started yet, and questions I asked you: { $days } days.
privacy-texts = Texts you collect to have them read, with the names of those who wrote them: until you clear them, { $days } days at most.
privacy-analyses = What your texts were found to say: { $days } days.
privacy-jobs = Your jobs: titles, links or Telegram's file ids, choices, stems' names and addresses: { $days } days after they end. Songs and stems pass through; I store no sound.
privacy-choices = Your favourites, presets and ratings, until you delete them.
privacy-spending = Your limits, and what each job cost: two months.
privacy-inbox = Your messages until they are handled, then only their numbers: { $days } days.
privacy-access = Whether whoever runs this bot let you in. A ban is kept as a fingerprint that does not name you.
privacy-erasures = Your wish to be forgotten, until it is fulfilled.
privacy-sealed = Keys, e-mail addresses, titles, links, texts and job addresses are encrypted; the encryption key is not kept in the database. Nothing is used for anything but your jobs, nothing is sold, and nobody is tracked. In groups I read only what is addressed to me.
privacy-services = Songs go to mvsep.com and texts to neuro-semantic.ru, with your own key, when you press Start. Their policies hold there. Telegram carries all messages.
privacy-blocked = If you block me, everything about you is deleted after { $days } days.
privacy-rights = /exportmydata sends you all of it as a file, /deletemydata deletes it. For questions, ask whoever runs this bot.
privacy-in-group = Your data are nobody else's business. Please ask me in our private chat.
privacy-private-button = Open private chat
export-caption = Everything I keep about you. Keys to your accounts and to results are left out.
erase-ask = Delete everything I keep about you? Your linked keys, jobs, choices and limits will be gone, and whatever is running is stopped. Stems in this chat stay.
erase-ask-again = <b>Really everything?</b> This cannot be undone.
erase-yes = Delete everything
erase-yes-again = Yes, delete for good
erase-no = Keep it
erase-started = { $n ->
    [0] I'm deleting everything.
    [one] I'm stopping 1 job, and then delete everything.
   *[other] I'm stopping { $n } jobs, and then delete everything.
}
erase-done = Everything about you is deleted. If you write to me again, we begin anew.
command-privacy = What I keep about you
command-exportmydata = Get all your data
command-deletemydata = Delete all your data
