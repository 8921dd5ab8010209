start-hello =
    <b>Hi { $name }! Send me a song and I'll split it into stems:</b> vocals, drums, bass, guitar, piano and more.

    A file, a voice note, a video or a link (MEGA, Google Drive, Dropbox) will do.
start-link-first = Your MVSEP account does the work. Link it once, it's free.
start-linked = Your MVSEP account is linked. Just send a song.
start-group = Reply <b>/separate</b> to a song here, and I'll split it into stems for you.

help-text =
    <b>Songs</b>
    1. Link your MVSEP account with /link. It's free.
    2. Send a song: a file, a voice note, a video or a link. Several at once are fine.
    3. Choose what you need and press Start. I send the stems here.

    <b>Texts</b>
    Forward messages, paste a text or send a file with texts, and I tell you their mood, emotions, frequent words, or sort them by your own themes.

    <b>Good to know</b>
    Telegram lets me fetch files up to 20 MB. For bigger ones send a link from Google Drive, Dropbox or MEGA.
    In a group, reply /separate to a song or /analyze to a text.

    <b>Commands</b>
    /link – connect your accounts
    /account – plan, credits and limits
    /separate – split a song into stems
    /analyze – read texts
    /themes – your themes for texts
    /jobs – what is running
    /history – all your jobs at MVSEP
    /settings – language, quiet hours, limits
    /privacy, /exportmydata, /deletemydata – your data

unknown-text = Send me a song and I split it into stems, or forward me texts of a sentence or more and I have them read. /discover shows what I can do.
unknown-command = I don't know this command. /help lists those I know.
unknown-content = I can't do anything with this yet. Send me an audio file, a voice note, a video, or a link to a song.

settings-title = <b>Settings</b>
settings-language = Language
settings-quiet = Quiet hours
settings-account = Account, keys and limits
language-ask = Which language shall I speak?
language-set = I'll speak English from now on.

cancel-nothing = I'm not waiting for anything from you. What is running stands in /jobs, and can be stopped there.
cancel-waiting = All right, I'm not waiting for an answer any more.

command-start = Begin
command-help = How it works
command-link = Connect your MVSEP account
command-account = Your plan and credits
command-separate = Split a song into stems
command-jobs = What is running
command-cancel = Stop the current step
command-create = Make sound from words
command-settings = Change settings
command-language = Change the language
command-access = Who may use me
command-invite = Invite people
command-allow = Let somebody in
command-ban = Shut somebody out
command-unban = Undo letting in or shutting out
bot-description = Send a song, get its stems: vocals, drums, bass, guitar, piano and more. Works with your own MVSEP account.
bot-short-description = Splits songs into stems with your MVSEP account.
