song-line = <b>{ $title }</b> · { $rest }
song-line-bare = <b>{ $title }</b>
song-untitled = Your recording
song-link-title = Song from { $host }
song-empty = This file is empty. Please check it and send it again.
song-not-audio = I can't hear anything in <b>{ $name }</b>: it is not an audio or video file. Send me mp3, wav, flac, m4a, ogg or a video.
song-gif = A GIF has no sound. Send me the video or the song itself.
song-convert = A { $kind } file holds no sound yet. Export it as mp3, wav or flac, and send me that.
song-not-audio-unnamed = I can't hear anything in this file: it is not an audio or video file. Send me mp3, wav, flac, m4a, ogg or a video.
song-too-big = The file has { $size } MB, and Telegram lets bots fetch 20 MB at most. Put it on Google Drive, Dropbox or MEGA and send me the link: that works up to your plan's limit.
song-none = Reply /separate to a song, or write /separate and a link.

link-scheme = This link does not look like a web address. Please send one that begins with https://
link-credentials = This link has a name or password in it. Please send one without, so that nobody else gets to know it.
link-private = This link leads into a private network, where MVSEP can't reach it. Please use Google Drive, Dropbox, MEGA or a public address.
link-telegram = MVSEP can't fetch files from Telegram links. Forward me the song itself instead.
link-streaming = MVSEP can't fetch music from { $host }. Send me the file, or a link to it on Google Drive, Dropbox or MEGA.
link-page = This is a page of { $host }, not the song itself. Download the song there and send it to me, or put it on Google Drive, Dropbox or MEGA and send that link.
link-document = This link leads to a document, not to a song. Send me the song, or a link to it.
link-own = Only you can open this page. Choose the song there, press Share, and send me the link you get.
links-left-out = Left out: { $hosts }

card-what = What do you need?
card-link = { $url }
card-link-check = Is this the right link? It must be open to everybody who has it.
card-need-link = To separate it, link your MVSEP account first. It's free, and I keep your song meanwhile.
card-forgotten = All right, I've put this song away.
kind-direct = direct link
kind-mega = MEGA
kind-drive = Google Drive
kind-dropbox = Dropbox

goal-karaoke = Karaoke
goal-vocals = Vocals
goal-drums = Drums
goal-bass = Bass
goal-guitar = Guitar
goal-piano = Piano
goal-stems = All stems
goal-speech = Clean speech
goal-choirs = Lead/backing vocals
goal-reverb = Remove reverb
goal-noise = Remove noise
goal-more = More algorithms

groups-title = <b>All algorithms</b> for { $song }
group-title = <b>{ $group }</b>
group-button = { $name } ({ $n })
page-next = Next page
page-previous = Previous page
page-of = Page { $page } of { $pages }
premium-mark = { $name } (premium)

order-for = <b>{ $name }</b> for { $song }
order-algorithm = { $name }
order-goal = <b>{ $goal }</b> for { $song }
order-stems = You get: { $stems }
order-option = { $field }: { $value }
order-format = Format: { $format }
order-price = { $n ->
    [one] Costs about 1 credit on the premium plan, nothing on the free plan.
   *[other] Costs about { $n } credits on the premium plan, nothing on the free plan.
}
order-premium = This algorithm needs a premium account at MVSEP.
order-start = Start
order-options = Options
order-format-button = Format: { $format }
order-gone = This algorithm is no longer offered by MVSEP. Please choose another one.
options-title = <b>Options</b> of { $name }
option-button = { $field }: { $value }
option-chosen = { $label } ✓
option-unset = not set
option-write = Write your text for <b>{ $field }</b> as the next message.
field-title = <b>{ $field }</b>
formats-title = <b>Format of the stems</b>
format-mp3 = MP3 320 kbps
format-wav = WAV 16 bit
format-flac = FLAC 16 bit
format-m4a = M4A
format-wav32 = WAV 32 bit
format-flac24 = FLAC 24 bit
formats-hint = MP3 and M4A play right in Telegram. WAV and FLAC come as files and are five to ten times bigger. WAV 32 and FLAC 24 need the premium plan.
card-service-down = MVSEP does not answer at the moment. I keep your song; try again in a few minutes.
draft-changed = Two buttons were pressed at once; the first one counts. Please look at the menu and press again.
draft-started = This song is already on its way, or was put away.
