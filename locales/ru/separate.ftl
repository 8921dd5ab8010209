song-line = <b>{ $title }</b> · { $rest }
song-line-bare = <b>{ $title }</b>
song-untitled = Ваша запись
song-link-title = Песня с { $host }
song-empty = Этот файл пустой. Проверьте его, пожалуйста, и пришлите ещё раз.
song-not-audio = В файле <b>{ $name }</b> мне нечего слушать: это не аудио и не видео. Пришлите mp3, wav, flac, m4a, ogg или видео.
song-gif = В GIF нет звука. Пришлите само видео или песню.
song-convert = В файле { $kind } ещё нет звука. Сохраните его как mp3, wav или flac и пришлите мне.
song-not-audio-unnamed = В этом файле мне нечего слушать: это не аудио и не видео. Пришлите mp3, wav, flac, m4a, ogg или видео.
song-too-big = Файл занимает { $size } МБ, а Telegram разрешает ботам скачивать не больше 20 МБ. Положите его на Google Drive, Dropbox или MEGA и пришлите ссылку: так можно до предела вашего тарифа.
song-none = Ответьте на песню командой /separate или напишите /separate и ссылку.

link-scheme = Это не похоже на адрес в интернете. Пришлите, пожалуйста, ссылку, которая начинается с https://
link-credentials = В этой ссылке есть логин или пароль. Пришлите, пожалуйста, без них, чтобы их больше никто не узнал.
link-private = Эта ссылка ведёт в закрытую сеть, MVSEP туда не доберётся. Возьмите Google Drive, Dropbox, MEGA или общедоступный адрес.
link-telegram = MVSEP не может скачивать файлы по ссылкам Telegram. Лучше перешлите мне саму песню.
link-streaming = MVSEP не может скачивать музыку с { $host }. Пришлите мне файл или ссылку на него на Google Drive, Dropbox или MEGA.
link-page = Это страница { $host }, а не сама песня. Скачайте песню там и пришлите мне её или ссылку на неё на Google Drive, Dropbox или MEGA.
link-document = Это ссылка на документ, а не на песню. Пришлите мне песню или ссылку на неё.
link-own = Эту страницу можете открыть только вы. Выберите там песню, нажмите «Поделиться» и пришлите мне полученную ссылку.
links-left-out = Не взято: { $hosts }

card-what = Что сделать?
card-link = { $url }
card-link-check = Ссылка та самая? Она должна открываться у всех, у кого она есть.
card-need-link = Чтобы разделить песню, сначала подключите аккаунт MVSEP. Это бесплатно, а песню я пока сохраню.
card-forgotten = Хорошо, эту песню я убираю.
kind-direct = прямая ссылка
kind-mega = MEGA
kind-drive = Google Drive
kind-dropbox = Dropbox

goal-karaoke = Караоке
goal-vocals = Вокал
goal-drums = Ударные
goal-bass = Бас
goal-guitar = Гитара
goal-piano = Пианино
goal-stems = Все дорожки
goal-speech = Чистая речь
goal-choirs = Лид- и бэк-вокал
goal-reverb = Убрать эхо
goal-noise = Убрать шум
goal-more = Другие алгоритмы

groups-title = <b>Все алгоритмы</b> для «{ $song }»
group-title = <b>{ $group }</b>
group-button = { $name } ({ $n })
page-next = Дальше
page-previous = Раньше
page-of = Страница { $page } из { $pages }
premium-mark = { $name } (премиум)

order-for = <b>{ $name }</b> для «{ $song }»
order-algorithm = { $name }
order-goal = <b>{ $goal }</b> · { $song }
order-stems = Вы получите: { $stems }
order-option = { $field }: { $value }
order-format = Формат: { $format }
order-price = { $n ->
    [one] Стоит примерно { $n } кредит на премиуме, на бесплатном тарифе ничего.
    [few] Стоит примерно { $n } кредита на премиуме, на бесплатном тарифе ничего.
   *[many] Стоит примерно { $n } кредитов на премиуме, на бесплатном тарифе ничего.
}
order-premium = Для этого алгоритма нужен премиум на MVSEP.
order-start = Запустить
order-options = Настройки
order-format-button = Формат: { $format }
order-gone = Этого алгоритма на MVSEP больше нет. Выберите, пожалуйста, другой.
options-title = <b>Настройки</b>: { $name }
option-button = { $field }: { $value }
option-chosen = { $label } ✓
option-unset = не задано
option-write = Напишите текст для <b>{ $field }</b> следующим сообщением.
field-title = <b>{ $field }</b>
formats-title = <b>Формат дорожек</b>
format-mp3 = MP3 320 кбит/с
format-wav = WAV 16 бит
format-flac = FLAC 16 бит
format-m4a = M4A
format-wav32 = WAV 32 бит
format-flac24 = FLAC 24 бит
formats-hint = MP3 и M4A играют прямо в Telegram. WAV и FLAC приходят файлами и в пять-десять раз больше. Для WAV 32 и FLAC 24 нужен премиум.
card-service-down = MVSEP сейчас не отвечает. Песню я сохраню, попробуйте ещё раз через несколько минут.
draft-changed = Две кнопки нажаты одновременно, считается первая. Взгляните на меню и нажмите ещё раз.
draft-started = Эта песня уже в работе или убрана.
