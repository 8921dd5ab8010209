# Who may use the bot, and what operators see.
access-needed = This bot is for invited people. Ask whoever runs it for an invite link.
access-banned = You cannot use this bot.
access-slower = That is a lot in one minute. Please wait a moment and try again.
access-rest = That is a lot in one minute. I go on with your messages in a moment; nothing is lost.
invite-welcome = <b>Welcome!</b> Your invite works, you can use this bot from now on.
invite-over = This invite is used up, too old, or was taken back. Ask for a new one.

admin-open = <b>Open:</b> everybody may use the bot.
admin-invited = <b>By invitation:</b> only those who were let in may use the bot.
admin-counts = Let in: { $members }. Banned: { $bans }.
admin-commands =
    /invite people days – a link that lets people in
    /allow id – let somebody in
    /ban id – shut somebody out
    /unban id – neither of the two
admin-new-invite = { $n ->
    [one] New invite for 1 person
   *[other] New invite for { $n } people
}
admin-revoke = Take back: { $used } of { $all } used, { $hours } h left
admin-invite = { $n ->
    [one] For one person, good for { $days } days:
   *[other] For { $n } people, good for { $days } days:
} { $link }
admin-invite-usage = Like this: <code>/invite 5 7</code> for 5 people and 7 days.
admin-id-usage = Add one Telegram id, like this: <code>/ban 123456789</code>
admin-allowed = { $id } may use the bot.
admin-banned = { $id } is shut out.
admin-unbanned = { $id } is neither let in nor shut out.
admin-not-an-admin = An operator cannot be shut out.
