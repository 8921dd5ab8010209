# Bir nechta qoʻshiq, faqat soʻzlar va ikkinchi qoʻshiq
song-none-title = Faqat soʻzlardan
songs-count = { $n ->
    [one] { $n } ta qoʻshiq
   *[other] { $n } ta qoʻshiq
}
songs-title = { $n ->
    [one] <b>{ $n } ta qoʻshiq</b>
   *[other] <b>{ $n } ta qoʻshiq</b>
}
songs-item = – { $title }
songs-more = va yana { $n } ta
reference-ask = <b>{ $name }</b> qoʻshigʻingizni boshqa qoʻshiqqa oʻxshatib beradi. Endi oʻsha qoʻshiqni yuboring.
create-ask = <b>Soʻzlardan tovush yaratish.</b> Qaysi algoritm?
create-none = MVSEP hozir buning uchun algoritm taklif qilmayapti.

# Karta va roʻyxatlar
card-same = Oʻtgan safargidek: { $name }, { $format }
goal-text = Nutqni matnga
search-button = Nom yoki cholgʻu boʻyicha qidirish
search-again = Yana qidirish
search-ask = Nom, cholgʻu yoki raqam yozing, masalan <i>gitara</i>, <i>Roformer</i> yoki <i>40</i>.
sort-p = Mashhurlar
sort-r = Eng yaxshi baholilar
sort-f = Sevimlilar
sort-h = Yaqindagilar
list-title-p = <b>Mashhur algoritmlar</b>
list-title-r = <b>Eng yaxshi baholangan algoritmlar</b>
list-title-f = <b>Sevimlilaringiz</b>
list-title-h = <b>Yaqinda ishlatganlaringiz</b>
list-title-s = <b>“{ $query }” boʻyicha topildi</b>
list-empty-p = Katalog hozir boʻsh.
list-empty-r = Hali baholar yetarli emas.
list-empty-f = Sevimlilar hali yoʻq. Algoritmni ochib, “Sevimlilarga qoʻshish”ni bosing.
list-empty-h = Siz hali algoritm ishlatmagansiz.
list-empty-s = “{ $query }” boʻyicha hech narsa topilmadi. Boshqa soʻz yozing, masalan cholgʻu nomini.

# Buyurtma
order-description = <i>{ $text }</i>
order-rating = Baho: 5 dan { $rating }, ovozlar: { $votes } · bu oy { $n } marta ishlatilgan
order-used = Bu oy { $n } marta ishlatilgan
order-beside = Bundan tashqari: { $name }
order-free = Bepul tarifingizda hech narsa turmaydi.
order-price-have = { $n ->
    [one] { $n } kredit turadi, sizda { $have }.
   *[other] { $n } kredit turadi, sizda { $have }.
}
order-start-anyway = Boshlash, baribir
order-star = Sevimlilarga qoʻshish
order-unstar = Sevimlilardan olish
order-about = Batafsil
order-compare = Boshqasi bilan solishtirish
order-compared = Solishtirishdan olib tashlash
compare-list = <b>Bular yonma-yon ishlaydi.</b> Olib tashlash uchun birini bosing.
compare-remove = Olib tashlash: { $name }
order-save = Toʻplam qilib saqlash
about-none = MVSEP bu algoritm haqida boshqa hech narsa demaydi.
format-size = { $name } · { $size }
gate-files = Bu algoritmga qoʻshiq fayl koʻrinishida kerak. Havola yoki matn emas, faylning oʻzini yuboring.
gate-words-only = Bu algoritm faqat soʻzlardan tovush yaratadi, qoʻshiq kerak emas. Undan foydalanish uchun /create deb yozing.
gate-text = { $name } uchun avval matn kerak. Sozlamalar, soʻng { $field } tugmasini bosing va matnni yozing.
gate-size = Tarifingiz { $limit } MB gacha fayl qabul qiladi. Kichikroq fayl yuboring yoki mvsep.com da premium oling.
gate-length = Tarifingiz { $limit } daqiqagacha yozuv qabul qiladi. Qisqarogʻini yuboring yoki mvsep.com da premium oling.
gate-premium = Bu algoritm faqat premium hisoblar uchun. Boshqasini tanlang yoki mvsep.com da premium oling.
gate-format = Bu format faqat premium hisoblar uchun. MP3, M4A, WAV 16 bit yoki FLAC 16 bit tanlang.
gate-credits = Bu { $price } kredit turadi, sizda { $have }. mvsep.com da toʻldiring yoki arzonroq algoritm tanlang.
gate-one-by-one = Tarifingiz bir vaqtda bitta qoʻshiq oladi, shuning uchun ular ketma-ket ishlanadi.
gate-daily = Bugun { $n } ta qoʻshiq boshladingiz; bepul tarif kuniga taxminan { $limit } taga ruxsat beradi.

# Toʻplamlar
presets-button = Toʻplamlarim ({ $n })
presets-title = <b>Toʻplamlaringiz</b>
presets-none = Hali toʻplam yoʻq. Algoritm tanlab, “Toʻplam qilib saqlash”ni bosing.
preset-ask-name = Uni nima deb atay? Qisqa nom yozing.
preset-saved = <b>{ $name }</b> nomi bilan saqlandi.
preset-title =
    <b>{ $name }</b>
    { $algorithm }

    Bu havolani ochgan odam nusxa oladi:
    { $link }
preset-use = Ishlatish
preset-rename = Nomini oʻzgartirish
preset-delete = Oʻchirish
preset-keep = Toʻplamlarimga qoʻshish
preset-shared = Siz bilan toʻplam ulashishdi: <b>{ $name }</b>, { $algorithm }.
preset-gone = Bu toʻplam endi yoʻq.
preset-too-many = Sizda allaqachon { $n } ta toʻplam bor. Avval bittasini oʻchiring.

# Yozma buyruq
command-algorithm = { $number } raqamli algoritm yoʻq. Qoʻshiqqa /separate deb javob bering va Boshqa algoritmlar boʻlimiga qarang.
command-format = { $given } formatini bilmayman. Mos keladi: { $allowed }.
command-word = Bu yerda { $given } nimaligini tushunmadim. Mana bunday yozing: /separate 40 flac. Formatlar: { $allowed }, sozlamalar esa add_opt1=81 kabi yoziladi.
command-option = Bu yerda { $given } mos kelmaydi. Mos keladi: { $allowed }.
command-value = { $name } uchun { $given } mos kelmaydi. Mos keladi: { $allowed }.

# Bir nechta ish
batch-title = <b>{ $all } tadan { $done } tasi tayyor</b>
batch-failed = { $n ->
    [one] { $n } tasi chiqmadi; sababini aytdim.
   *[other] { $n } tasi chiqmadi; sababini aytdim.
}
batch-line = { $title } · { $state }
batch-done = tayyor
batch-failed-state = chiqmadi
batch-cancelled = toʻxtatildi
batch-unclear = qaror sizniki
batch-again = <b>{ $title }</b> qayta urinilmoqda. Qanday ketayotgani barcha qoʻshiqlar haqidagi xabarda koʻrinadi.
batch-cancel = Hammasini bekor qilish
link-folder = Bu papkaga havola. Iltimos, undagi bitta faylning havolasini yuboring.
link-mega-key = Bu MEGA havolasida kalit yoʻq. Uni kaliti bilan qayta nusxalang (oʻrtasida # boʻladi).
