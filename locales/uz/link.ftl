link-button = MVSEP hisobini ulash
link-open-site = Ochish: mvsep.com
link-ask =
    mvsep.com → Account → API sahifasini oching, kalitni nusxalang va shu yerga qoʻying.

    Xabaringizni darhol oʻchiraman, kalitni esa shifrlab saqlayman.
link-group = Kalitlarni shaxsiy chatda yuborgan maʼqul. Tugmani bosing, oʻsha yerda qilamiz.
link-group-button = Shaxsiy chatda ulash
link-done = <b>Ulandi.</b> { $name }, kalit oxiri …{ $last4 }.
link-plan-free = Bepul tarif: bir vaqtda bitta qoʻshiq, 100 MB yoki 10 daqiqagacha. Kreditlar: { $credits }.
link-plan-premium = Premium: bir vaqtda 10 tagacha qoʻshiq, 1000 MB yoki 100 daqiqagacha. Kreditlar: { $credits }.
link-next = Endi menga qoʻshiq yuboring.
link-not-deleted = Kalit yozilgan xabaringizni oʻchira olmadim. Iltimos, uni oʻzingiz oʻchiring.
link-wrong-shape = Bu MVSEP kalitiga oʻxshamaydi: unda boʻsh joysiz 30 ta harf va raqam boʻladi. Uni mvsep.com → Account → API sahifasidan yana nusxalab, shu yerga qoʻying.
link-refused = MVSEP bu kalitni tanimadi. Iltimos, uni mvsep.com → Account → API sahifasidan yana nusxalab, shu yerga qoʻying. U yerda yangi kalit yaratgan boʻlsangiz, eskisi endi ishlamaydi.
link-service-down = MVSEP javob bermayapti, shuning uchun kalitingizni tekshira olmadim va saqlamadim. Iltimos, bir necha daqiqadan keyin uni yana yuboring.
account-none = Hozircha MVSEP hisobi ulanmagan.
account-title = <b>{ $name }</b>, kalit oxiri …{ $last4 }.
account-running = { $n ->
    [0] MVSEP hozir qoʻshiqlaringiz ustida ishlamayapti.
    [one] MVSEP hozir bitta qoʻshigʻingiz ustida ishlayapti.
   *[other] MVSEP hozir { $n } ta qoʻshigʻingiz ustida ishlayapti.
}
account-unlink = Uzish
account-unlinked = Hisob uzildi. Kalitingiz bu yerdan oʻchirildi. Boshlangan ishlar oʻsha joyida toʻxtaydi.
account-relink = Boshqa kalitni ulash

# Other ways to link, and signing in

link-sign-in = Pochta orqali kirish
link-register = MVSEP hisobini yaratish
link-neuro-semantic = Neuro-Semantic hisobini ulash
login-email = mvsep.com saytida qaysi pochta bilan roʻyxatdan oʻtgansiz?
login-email-wrong = Bu pochta manziliga oʻxshamaydi. Iltimos, uni yana yuboring.
login-password = Endi parol. Men u bilan bir marta kalitingizni olaman, xabaringizni darhol oʻchiraman va parolni saqlamayman.
login-refused = MVSEP bu pochta va parolni qabul qilmadi. Parolni yana yuboring yoki Bekor qilish tugmasini bosing.
login-service-down = MVSEP javob bermayapti, shuning uchun davom eta olmadim. Parolni saqlamadim. Uni bir necha daqiqadan keyin yana yuboring.
login-no-key = Kirdingiz, lekin hisobingizda hali kalit yoʻq, uni faqat oʻzingiz yarata olasiz: mvsep.com → Account → API sahifasini oching, “Create private key” tugmasini bosing va kalitni shu yerga qoʻying.
register-name = mvsep.com saytida bepul hisob yaratamiz. Ism qanday boʻlsin?
register-email = Pochta manzili qanday boʻlsin? MVSEP uni tasdiqlash uchun xat yuboradi.
register-password = mvsep.com uchun parol oʻylab toping va shu yerga yuboring. Uni bir marta uzataman, xabaringizni darhol oʻchiraman va parolni saqlamayman.
register-refused = MVSEP hammasini qabul qilmadi:
register-problem = <b>{ $field }:</b> { $text }
register-done = <b>Hisob yaratildi.</b> MVSEP yuborgan xatni ochib, manzilni tasdiqlang. Keyin mvsep.com → Account → API sahifasida kalit yarating va shu yerga qoʻying.
register-unsure = MVSEP javobi yoʻlda yoʻqoldi, hisob yaratilganini bilmayman. Pochtangizni tekshiring: MVSEP xati kelgan boʻlsa, uni tasdiqlang, mvsep.com → Account → API sahifasida kalit yarating va shu yerga qoʻying. Kelmagan boʻlsa, /link bilan qaytadan boshlang.
field-name = Ism
field-email = Pochta
field-password = Parol

# Secrets where they do not belong

secret-deleted = <b>Xabaringizda maxfiy kalit bor edi, shuning uchun uni oʻchirdim.</b> Uni boshqalar koʻrgan boʻlishi mumkin: yangisini yaratgan maʼqul.
secret-not-deleted = <b>Xabaringizda maxfiy kalit bor, uni oʻchirishga ruxsatim yoʻq. Iltimos, oʻzingiz oʻchiring.</b> Uni boshqalar koʻrgan boʻlishi mumkin: yangisini yaratgan maʼqul.
secret-renew-mvsep = MVSEP kaliti: mvsep.com → Account → API sahifasida yangisini yarating, eskisi ishlamay qoladi. Keyin shaxsiy chatimizda /link bilan ulang.
secret-renew-bot = Bot tokeni: @BotFather botiga /revoke yuboring, eskisi ishlamay qoladi.
secret-renew-fernet = Shifrlash kaliti: uni shu xizmatni yurituvchi almashtirishi kerak.
secret-renew-neuro-semantic = Neuro-Semantic kaliti: neuro-semantic.ru kabinetingizda yangisini yarating va shaxsiy chatimizda /link bilan ulang.

# The account

account-unknown = MVSEP hozir javob bermayapti, shuning uchun boshqa maʼlumot koʻrsata olmayman.
account-refused = <b>MVSEP …{ $last4 } bilan tugaydigan kalitingizni endi qabul qilmayapti.</b> Kutayotgan qoʻshiqlar ushlab turiladi, hech narsa yoʻqolmaydi. Yangi kalit ulang, ular davom etadi.
account-spent = Bu oy sarflandi: { $n } kredit.
account-spent-of = Bu oy sarflandi: { $limit } kreditdan { $n }.
account-warns = { $n } kreditdan qimmat ishdan oldin soʻrayman.
account-premium-on = Premium: yoqish
account-premium-off = Premium: oʻchirish
account-names-on = Uzun fayl nomlari: yoqish
account-names-off = Uzun fayl nomlari: oʻchirish
account-limit = Oylik chegara
account-warning = Qachon soʻrash
account-use = Tanlash: { $name } …{ $last4 }
account-neuro-semantic = Neuro-Semantic hisobi
account-unlink-sure = Oxiri …{ $last4 } boʻlgan kalit unutilsinmi? Boshlangan ishlar tugaydi; shu kalitni kutayotganlari toʻxtatiladi.
account-unlink-yes = Ha, unutilsin
account-shared = Siz uchun bu botni yurituvchi toʻlaydi: bugun { $n ->
    [one] yana { $n } ta qoʻshiq.
   *[other] yana { $n } ta qoʻshiq.
}
limit-ask-month = Bir oyda nechta kredit sarflash mumkin? Sonni bosing yoki boshqasini yuboring.
limit-ask-warning = Necha kreditdan boshlab ish oldidan soʻray? Sonni bosing yoki boshqasini yuboring.
limit-none = Cheklovsiz
limit-kept = Boʻldi, yozib qoʻydim. Uni /account koʻrsatadi.
limit-removed = Endi cheklov yoʻq.
spending-limit = Bu oʻzingiz qoʻygan chegaradan oshadi: bu oy { $limit } kreditdan { $spent } tasi sarflandi, bu esa { $credits } kredit turadi. Chegarani /account orqali oʻzgartirish mumkin.
spending-warning = Bu { $credits } kredit turadi. { $limit } kreditdan qimmat boʻlsa ogohlantirishni soʻragansiz.
shared-used-up = Bu botni yurituvchi siz uchun kuniga { $n ->
    [one] { $n } ta qoʻshiqqa
   *[other] { $n } ta qoʻshiqqa
} toʻlaydi, bugungisi tugadi. Ertaga keling yoki /link bilan oʻz hisobingizni ulang.

# Neuro-Semantic

neuro-ask = neuro-semantic.ru saytini oching, kabinetingizdan maxfiy kalitni nusxalang va shu yerga qoʻying. Xabaringizni darhol oʻchiraman, kalitni esa shifrlab saqlayman.
neuro-wrong-shape = Bu kalitga oʻxshamaydi: u boʻsh joysiz bitta soʻz. Iltimos, uni yana nusxalang.
neuro-refused = Neuro-Semantic bu kalitni tanimadi. Iltimos, uni yana nusxalang.
neuro-service-down = Neuro-Semantic javob bermayapti, shuning uchun kalitingizni tekshira olmadim va saqlamadim. Uni bir necha daqiqadan keyin yana yuboring.
neuro-done = <b>Ulandi.</b> Neuro-Semantic, kalit oxiri …{ $last4 }. Balans: { $value } ₽.
neuro-title = <b>Neuro-Semantic</b>, kalit oxiri …{ $last4 }.
neuro-balance = Balans: { $value } ₽
neuro-history = Soʻnggi toʻlovlar:
neuro-no-history = Hozircha toʻlovlar yoʻq.
neuro-payment = { $date } · { $what } · { $value } ₽
neuro-refused-later = Neuro-Semantic kalitingizni endi qabul qilmayapti. Uni /link bilan yana ulang.
neuro-down = Neuro-Semantic hozir javob bermayapti. Iltimos, bir necha daqiqadan keyin urinib koʻring.
