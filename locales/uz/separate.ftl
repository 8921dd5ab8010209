song-line = <b>{ $title }</b> · { $rest }
song-line-bare = <b>{ $title }</b>
song-untitled = Yozuvingiz
song-link-title = Qoʻshiq: { $host }
song-empty = Bu fayl boʻsh. Iltimos, tekshirib, yana yuboring.
song-not-audio = <b>{ $name }</b> ichida eshitadigan narsa topmadim: bu audio ham, video ham emas. Menga mp3, wav, flac, m4a, ogg yoki video yuboring.
song-gif = GIFda ovoz boʻlmaydi. Videoning yoki qoʻshiqning oʻzini yuboring.
song-convert = { $kind } faylida hali ovoz yoʻq. Uni mp3, wav yoki flac qilib saqlang va menga yuboring.
song-not-audio-unnamed = Bu faylda eshitadigan narsa topmadim: bu audio ham, video ham emas. Menga mp3, wav, flac, m4a, ogg yoki video yuboring.
song-too-big = Fayl hajmi { $size } MB, Telegram esa botlarga koʻpi bilan 20 MB yuklab olishga ruxsat beradi. Uni Google Drive, Dropbox yoki MEGAga joylab, havolasini yuboring: shunda tarifingiz chegarasigacha boʻladi.
song-none = Qoʻshiqqa /separate deb javob yozing yoki /separate va havola yuboring.

link-scheme = Bu havola veb-manzilga oʻxshamaydi. Iltimos, https:// bilan boshlanadigan havola yuboring.
link-credentials = Bu havolada login yoki parol bor. Uni boshqalar bilib qolmasligi uchun, iltimos, ularsiz havola yuboring.
link-private = Bu havola yopiq tarmoqqa olib boradi, MVSEP u yerga kira olmaydi. Google Drive, Dropbox, MEGA yoki ochiq manzildan foydalaning.
link-telegram = MVSEP Telegram havolalaridan fayl yuklab ola olmaydi. Yaxshisi, qoʻshiqning oʻzini menga uzating.
link-streaming = MVSEP { $host } saytidan musiqa yuklab ola olmaydi. Menga faylning oʻzini yoki uning Google Drive, Dropbox yoki MEGA havolasini yuboring.
link-page = Bu { $host } sahifasi, qoʻshiqning oʻzi emas. Qoʻshiqni u yerdan yuklab olib, menga yuboring yoki Google Drive, Dropbox yoki MEGAga joylab, havolasini yuboring.
link-document = Bu havola qoʻshiqqa emas, hujjatga olib boradi. Menga qoʻshiqni yoki uning havolasini yuboring.
link-own = Bu sahifani faqat siz ocha olasiz. U yerda qoʻshiqni tanlab, «Ulashish»ni bosing va chiqqan havolani menga yuboring.
links-left-out = Olinmadi: { $hosts }

card-what = Nima qilay?
card-link = { $url }
card-link-check = Havola toʻgʻrimi? U havolasi bor hamma uchun ochiq boʻlishi kerak.
card-need-link = Qoʻshiqni ajratish uchun avval MVSEP hisobingizni ulang. Bu bepul, qoʻshigʻingiz esa shu paytgacha menda turadi.
card-forgotten = Mayli, bu qoʻshiqni olib qoʻydim.
kind-direct = toʻgʻridan-toʻgʻri havola
kind-mega = MEGA
kind-drive = Google Drive
kind-dropbox = Dropbox

goal-karaoke = Karaoke
goal-vocals = Vokal
goal-drums = Barabanlar
goal-bass = Bas
goal-guitar = Gitara
goal-piano = Pianino
goal-stems = Barcha treklar
goal-speech = Toza nutq
goal-choirs = Asosiy va bek-vokal
goal-reverb = Aks-sadosiz
goal-noise = Shovqinsiz
goal-more = Boshqa algoritmlar

groups-title = <b>Barcha algoritmlar</b> · { $song }
group-title = <b>{ $group }</b>
group-button = { $name } ({ $n })
page-next = Keyingi sahifa
page-previous = Oldingi sahifa
page-of = { $pages } sahifadan { $page }-sahifa
premium-mark = { $name } (premium)

order-for = <b>{ $name }</b> · { $song }
order-algorithm = { $name }
order-goal = <b>{ $goal }</b> · { $song }
order-stems = Siz olasiz: { $stems }
order-option = { $field }: { $value }
order-format = Format: { $format }
order-price = { $n ->
    [one] Premium tarifda taxminan 1 kredit turadi, bepul tarifda tekin.
   *[other] Premium tarifda taxminan { $n } kredit turadi, bepul tarifda tekin.
}
order-premium = Bu algoritm uchun MVSEPda premium hisob kerak.
order-start = Boshlash
order-options = Sozlamalar
order-format-button = Format: { $format }
order-gone = Bu algoritm MVSEPda endi yoʻq. Iltimos, boshqasini tanlang.
options-title = <b>Sozlamalar</b>: { $name }
option-button = { $field }: { $value }
option-chosen = { $label } ✓
option-unset = tanlanmagan
option-write = <b>{ $field }</b> uchun matnni keyingi xabarda yozing.
field-title = <b>{ $field }</b>
formats-title = <b>Treklar formati</b>
format-mp3 = MP3 320 kbit/s
format-wav = WAV 16 bit
format-flac = FLAC 16 bit
format-m4a = M4A
format-wav32 = WAV 32 bit
format-flac24 = FLAC 24 bit
formats-hint = MP3 va M4A toʻgʻridan-toʻgʻri Telegramda ijro etiladi. WAV va FLAC fayl boʻlib keladi va besh-oʻn baravar kattaroq. WAV 32 va FLAC 24 uchun premium tarif kerak.
card-service-down = MVSEP hozir javob bermayapti. Qoʻshigʻingiz menda turadi, bir necha daqiqadan keyin yana urinib koʻring.
draft-changed = Ikki tugma birdan bosildi, birinchisi hisobga oʻtdi. Menyuga qarab, yana bir marta bosing.
draft-started = Bu qoʻshiq allaqachon ishga tushgan yoki olib qoʻyilgan.
