# Umumiy soʻzlar, sonlar va har yerda boʻlishi mumkin boʻlgan holatlarga javoblar.
size-kb = { $n } KB
size-mb = { $n } MB
elapsed-seconds = { $s } soniya
elapsed-minutes = { $m } daqiqa { $s } soniya
elapsed-hours = { $h } soat { $m } daqiqa

button-back = Orqaga
button-cancel = Bekor qilish
button-help = Yordam

answer-by-reply = Iltimos, shu xabarga javob qilib yozing.
old-button = Bu tugma eski menyudan. Qoʻshiqni yana yuboring, yangi menyu chiqadi.
tap-too-old = Siz bu tugmani bosganingizda men joyimda emas edim, shuning uchun hech narsa qilmadim. Iltimos, yana bir marta bosing.
not-your-button = Bu tugma boshqa odam uchun.
not-your-menu = Bu boshqa odamning menyusi. Qoʻshiqqa /separate deb javob yozing, sizniki ham chiqadi.
not-your-job = Bu boshqa odamning ishi.
anonymous = Guruh yoki kanal nomidan yozsangiz, kimligingizni bila olmayman. Iltimos, oʻz nomingizdan yozing.
error-ours = Menda nimadir buzildi ({ $code }). Yuborganlaringiz joyida, hech narsa yoʻqolmadi. Yana urinib koʻring; takrorlansa, shu kodni botni yurituvchi odamga yuboring.

service-down = MVSEP hozir javob bermayapti. Hech narsa yechilmadi. Bir necha daqiqadan keyin yana urinib koʻring.
service-busy = MVSEP shoshilmaslikni soʻrayapti. Bir daqiqadan keyin yana urinib koʻring.
token-refused = MVSEP kalitingizni endi qabul qilmayapti. Uni /link orqali qayta ulang, toʻxtagan joyimdan davom etaman.
service-says = MVSEP javobi: <i>{ $message }</i>
flood-notice = Birdaniga juda koʻp boʻldi. Xabarlaringizni birma-bir koʻrib chiqyapman, hech biri yoʻqolmaydi.
