# Numbers of things
roubles = { $value } ₽
percent = { $value } %
texts-count = { $n ->
    [one] { $amount } ta matn
   *[other] { $amount } ta matn
}
people-count = { $n ->
    [one] { $n } kishi
   *[other] { $n } kishi
}
characters = { $n ->
    [one] { $amount } belgi
   *[other] { $amount } belgi
}
requests-count = { $n ->
    [one] { $n } soʻrov
   *[other] { $n } soʻrov
}

# Gathered texts
basket-contents = <b>{ $texts }</b>, { $characters }.
basket-contents-people = <b>{ $texts }</b> ({ $people }), { $characters }.
basket-ask = Nimani bilmoqchisiz?
basket-link-first = Ularni tahlil qilish uchun avval Neuro-Semantic hisobingizni ulang. Matnlaringiz ungacha menda turadi.
basket-adding = Yana yuboring yoki uzating, fayl ham boʻladi. Bir soat davomida yoki tugmani bosguningizcha hammasini yigʻaman.
basket-adding-group = Boshqa xabarlarga /analyze deb javob bering. Bir soat davomida yoki tugmani bosguningizcha hammasini yigʻaman.
basket-enough = Hammasi shu
basket-add = Qoʻshish
basket-show = Koʻrsatish
basket-clear = Tozalash
basket-clear-sure = Hammasini unutaymi?
basket-clear-yes = Ha, unuting
basket-cleared = Mayli, matnlar endi yoʻq.
basket-gone = Bu matnlar endi bu yerda emas. Iltimos, yana yuboring.
basket-full = Bitta toʻplamga { $most } ta matn va oʻn million belgi sigʻadi. Avval shularni tahlil qiling, keyin qolganini yuboring.
basket-in-use = Bu matnlar hozir oʻqilmoqda. Natijani kuting yoki avval toʻxtating.
basket-join = { $n ->
    [one] Oldingi { $amount } ta matnni qoʻshish
   *[other] Oldingi { $amount } ta matnni qoʻshish
}
basket-remove = Olib tashlash: { $n }
basket-text = <b>{ $n }.</b> <i>{ $about }</i>
    { $text }
analyze-how =
    <b>Menga matnlarni uzating</b>, qoʻying yoki fayl yuboring: TXT, CSV, Excel, Word yoki JSON, Telegram chat eksporti ham boʻladi.

    Birga kelganini yigʻaman, keyin tanlaysiz: kayfiyat, hissiyotlar, koʻp uchraydigan soʻzlar yoki oʻz mavzularingiz boʻyicha saralash. Guruhda xabarga /analyze deb javob yozing.

# Kinds of analysis
calc-sentiment = Kayfiyat
calc-emcol = Hissiyotlar
calc-wordfreq = Koʻp uchraydigan soʻzlar
calc-classify = Mavzularim boʻyicha
calc-price = { $name } (matniga { $price })
calc-by-theme = Mavzu: “{ $theme }”

# Files
file-ways = <b>{ $name }</b> ichidan matnlarni qanday olay?
file-columns = Matnlar <b>{ $name }</b> faylining qaysi ustunida?
way-whole = Bitta matn sifatida
way-paragraphs = { $n ->
    [one] Har bir xatboshi ({ $amount })
   *[other] Har bir xatboshi ({ $amount })
}
way-lines = { $n ->
    [one] Har bir qator ({ $amount })
   *[other] Har bir qator ({ $amount })
}
way-column = { $name }: { $sample }
file-empty = <b>{ $name }</b> boʻsh. Iltimos, tekshirib, yana yuboring.
file-no-texts = <b>{ $name }</b> ichida soʻz topmadim.
file-binary = <b>{ $name }</b> nomi shunday boʻlsa ham, matn emas. Men TXT, CSV, Excel, Word va JSON oʻqiyman.
file-broken = <b>{ $name }</b> ochilmadi: shikastlanganga oʻxshaydi. Qaytadan saqlab, yana yuboring.
file-too-big = Fayl Telegram botlarga beradigan 20 MB dan katta. Iltimos, qismlab yuboring.
file-too-much = <b>{ $name }</b> men oʻqiy oladiganidan katta: koʻpi bilan 100 000 qator va 200 ustun. Uni boʻlib, qismlarini yuboring.
file-gone = Telegram menga faylni bermadi. Iltimos, yana yuboring.

# Before Start
sort-ask = <b>Qaysi mavzu boʻyicha saralay?</b>
sort-no-themes = Sizda hali sinflari bor mavzu yoʻq. Avval bittasini yarating, bir daqiqalik ish.
order-analysis = <b>{ $name }</b>: { $texts }
order-parts = { $n ->
    [one] { $n } qism boʻlib ketadi.
   *[other] { $n } qism boʻlib ketadi, natija esa bitta boʻladi.
}
order-phrases = { $n ->
    [one] Eng koʻp uchraydigan { $n } ta soʻz va birikmani koʻrsataman.
   *[other] Eng koʻp uchraydigan { $n } ta soʻz va birikmani koʻrsataman.
}
order-too-dear = Bu { $price } turadi, sizda esa { $have } bor. neuro-semantic.ru saytida hisobni toʻldiring va shu xabarga qayting.
order-in-debt = Hisobingizda { $have }. neuro-semantic.ru saytida toʻldiring va shu xabarga qayting.
order-no-price = Narxlar roʻyxatida bu tur haqida gap yoʻq. Sizda { $have } bor.
order-price-unknown = Hozir narxni soʻrab boʻlmadi. Neuro-Semantic uni natijada aytadi.
order-roubles = Narxi { $price }.
order-roubles-have = { $price }, hisobingizda { $have }.

# While it runs
reading-queued = Navbatini kutmoqda: avval hisobingizning boshqa soʻrovlari
reading-starting = Neuro-Semanticga yuboryapman
reading-checking = Matnlar ketdi, lekin javob yoʻlda yoʻqoldi. Ikki marta toʻlamasligingiz uchun qabul qilingan-qilinmaganini tekshiryapman. Sizdan hech narsa kerak emas.
reading-waiting = Navbatda
reading-running = Matnlaringiz oʻqilmoqda
reading-delivering = Rasm chizyapman
reading-retrying = Neuro-Semantic hozir javob bermayapti. Matnlaringiz joyida, urinishda davom etaman.
reading-slow = Odatdagidan uzoqroq choʻzilyapti. Kuzatib turibman, tayyor boʻlishi bilan aytaman.
reading-done = { $time } ichida tayyor boʻldi.
reading-part = { $parts } qismdan { $part }
reading-too-long = { $n ->
    [one] Neuro-Semantic uchun bu juda uzun. Pul yechilmadi.
   *[other] Neuro-Semantic uchun bu bir martaga juda uzun. Pul yechilmadi. Uni { $n } qism qilib yuborish mumkin, natija bitta boʻladi.
}
reading-in-parts = { $n ->
    [one] { $n } qism qilib yuborish
   *[other] { $n } qism qilib yuborish
}
reading-unclear = Matnlar Neuro-Semanticga ketdi, lekin javob yoʻqoldi va qabul qilingan-qilinmaganini bilib boʻlmayapti. Qabul qilingan boʻlsa, natija tarixingizda turadi: /analyze. Oʻzingiz hal qiling: ikkinchi urinish yana pul turishi mumkin.
reading-failed-secret = Neuro-Semantic kalitingizni endi qabul qilmayapti. Pul yechilmadi. /link orqali qayta ulang va “Yana urinish” tugmasini bosing.
reading-failed-secret-later = Neuro-Semantic kalitingizni endi qabul qilmayapti, shuning uchun natijani ola olmayman. /link orqali qayta ulang va natijani quyidagi tugma bilan oching.
reading-failed-texts = Bu soʻrovning matnlari endi bu yerda emas. Pul yechilmadi. Iltimos, yana yuboring.
reading-failed-balance = Neuro-Semantic hisobingizda pul yetmaydi. Pul yechilmadi. neuro-semantic.ru saytida toʻldiring va “Yana urinish” tugmasini bosing.
reading-failed-invalid = Neuro-Semantic soʻrovda nimadir notoʻgʻri deyapti. Pul yechilmadi. Matnlar va mavzuni tekshirib, yana urinib koʻring.
reading-failed-length = Neuro-Semantic uchun bu juda uzun. Qismlab yuboring.
reading-failed-slow = Bir kun ichida natija chiqmadi, kuzatishni toʻxtatdim. Soʻrov raqami { $id }; keyinroq tarixdan oching: /analyze.
reading-failed-gone = Neuro-Semantic { $id } raqamli soʻrovni oldi, lekin endi uni bilmaydi, shuning uchun natija yoʻq. Pul yechilgan-yechilmaganini /account orqali koʻring. Matnlaringiz joyida: /analyze.
reading-failed-empty = Neuro-Semantic { $id } raqamli soʻrovni tugatdi, lekin natija yubormadi. Keyinroq tarixda paydo boʻlishi mumkin; boʻlmasa, shu raqam bilan neuro-semantic.ru saytiga yozing.
reading-failed-ended = Neuro-Semantic { $id } raqamli soʻrovni natijasiz yopdi (holati { $code }). Pul yechilgan-yechilmaganini /account orqali koʻring; yechilgan boʻlsa, shu raqam bilan neuro-semantic.ru saytiga yozing.
reading-failed-ours = Menda ketma-ket bir necha marta nimadir buzildi ({ $code }), shuning uchun toʻxtadim. Matnlaringiz Neuro-Semanticda, natija tarixingizda turadi: /analyze. Shu kodni botni yurituvchi odamga yuboring.
neuro-says = Neuro-Semantic javobi: <i>{ $message }</i>
neuro-invalid = Neuro-Semantic buni qabul qilmadi, hech narsa oʻzgarmadi. Balki u endi yoʻqdir; roʻyxatni qayta oching.
neuro-link-first = Avval Neuro-Semantic hisobingizni ulang: /link.
cancelled-texts-free = Hech narsa ketmadi, shuning uchun pul yechilmadi.
cancelled-texts-running = Neuro-Semantic yuborilgan soʻrovni bekor qilmaydi, demak buning puli toʻlangan. Natija tarixingizda turadi: /analyze.
cancelled-texts-unknown = Neuro-Semantic matnlarni olgan boʻlsa, natija tarixingizda turadi: /analyze.

# Results
class-none = Aniqlanmadi
mood-very-good = Juda ijobiy
mood-good = Ijobiy
mood-neutral = Betaraf
mood-bad = Salbiy
mood-very-bad = Juda salbiy
feeling-joy = Quvonch
feeling-sadness = Gʻam
feeling-anger = Gʻazab
feeling-fear = Qoʻrquv
feeling-surprise = Hayrat
feeling-disgust = Jirkanish
feeling-trust = Ishonch
feeling-anticipation = Kutish
feeling-love = Muhabbat
feeling-shame = Uyat
feeling-interest = Qiziqish
feeling-calm = Xotirjamlik
feeling-neutral = Betaraf
chart-more = va yana { $n } ta
summary-nothing = Bu matnlarda hech narsa topilmadi.
summary-good = <b>Asosan ijobiy.</b>
summary-bad = <b>Asosan salbiy.</b>
summary-mixed = <b>Fikrlar turlicha.</b>
summary-calm = <b>Asosan xotirjam, bahosiz.</b>
summary-moods = { $all } tadan: { $good } ta ijobiy, { $neutral } ta betaraf, { $bad } ta salbiy.
summary-moods-shares = { $good } ijobiy, { $neutral } betaraf, { $bad } salbiy.
summary-one-good = { $n ->
    [one] Ijobiysi: <i>{ $text }</i>
   *[other] { $n } ta ijobiydan biri: <i>{ $text }</i>
}
summary-one-bad = { $n ->
    [one] Salbiysi: <i>{ $text }</i>
   *[other] { $n } ta salbiydan biri: <i>{ $text }</i>
}
summary-rest = { $n ->
    [one] { $amount } ta matn hech qayerga toʻgʻri kelmadi.
   *[other] { $amount } ta matn hech qayerga toʻgʻri kelmadi.
}
summary-none = <b>Hech narsa toʻgʻri kelmadi.</b>
summary-top = <b>Eng koʻp: { $name }</b>, { $all } tadan { $part } ta.
summary-top-share = <b>Eng koʻp: { $name }</b>, { $part }.
summary-then = Keyin: { $names }.
summary-words = { $n ->
    [one] <b>Eng koʻp:</b> { $names }.
   *[other] <b>Eng koʻp:</b> { $names }.
}
summary-long = Natija rasmda, qolganini tugmalar koʻrsatadi.
result-paid = { $name }: { $texts }, { $price }.
result-about = { $name }: { $texts }.
result-texts = Matnlarni koʻrsatish
result-words = Hamma soʻzlarni koʻrsatish
result-compare = Boshqa matnlar bilan solishtirish
result-more = Bu matnlar haqida yana
result-dark = Qora rasm
result-light = Oq rasm
result-gone = Bu natijani endi ochib boʻlmaydi: Neuro-Semanticda u yoʻq yoki boshqa hisobga tegishli.
result-not-ready = Neuro-Semantic bu soʻrov ustida hali ishlayapti. Bir daqiqadan keyin qarang.
classes-title = <b>Qaysi matnlarni koʻrsatay?</b>
class-button = { $name }: { $told }
class-title = { $n ->
    [one] <b>{ $name }</b>: { $n } ta matn
   *[other] <b>{ $name }</b>: { $n } ta matn
}
class-text = <b>{ $n }.</b> { $text }
class-no-texts = Neuro-Semantic buning uchun matn yubormaydi.
class-empty = Bundaylari yoʻq.
phrases-title = <b>Hamma soʻz va birikmalar</b>
phrase-line = { $text } · { $n }
compare-pick = <b>Qaysi natija bilan solishtiray?</b>
compare-none = Bu turdagi boshqa natija hali yoʻq. Boshqa matnlar yuboring, ularni ham shunday tahlil qiling, keyin solishtiramiz.
compare-title = <b>Eng koʻp oʻzgargani:</b>
compare-line = { $name }: { $before } → { $after }
compare-same = <b>Deyarli bir xil.</b>
compare-about = { $name }: oldin { $before }, keyin { $after }.
compare-before = oldin, { $date }
compare-after = keyin, { $date }
past-title = { $n ->
    [one] <b>Hozircha bitta soʻrovingiz.</b> Qayta ochish uchun bosing.
   *[other] <b>{ $n } ta soʻrovingiz.</b> Qayta ochish uchun birini bosing.
}
past-none = Bu hisob bilan hali hech narsa oʻqilmagan.
past-months = Oylar boʻyicha
past-open = Oldingi natijalar
months-title = <b>Oylar boʻyicha</b>
month-line = { $month }: { $requests }, { $texts }, { $spent }
result-file = Mana natijangiz.
export-phrase = Soʻz yoki birikma
export-phrases = Soʻzlar
export-count = Soni
export-class = Sinf
export-percent = Foiz
export-text = Matn
export-author = Muallif
export-when = Qachon
export-summary = Xulosa
export-texts = Matnlar

# The guide
discover-title = <b>Sizga nima qilib beray?</b>
discover-songs = Qoʻshiqni ajratish
discover-texts = Matnlarni oʻqish
discover-themes = Mavzularim boʻyicha saralash
discover-meaning = Qoʻshiq nima haqida?
about-songs = <b>Qoʻshiq</b> yoki uning havolasini yuboring, keraklisini tanlang va treklarini oling: vokal, barabanlar, bas va boshqalar. /separate guruhlarda ham ishlaydi.
about-texts = <b>Xabarlarni uzating, matn qoʻying yoki fayl yuboring.</b> Kayfiyat, hissiyotlar yoki koʻp uchraydigan soʻzlar rasmini olasiz, har bir qism ortidagi matnlarni koʻrasiz, ikki toʻplamni solishtirasiz va hammasini Excelda olib ketasiz.
about-themes = <b>Mavzu — sinflar toʻplami</b>, masalan narx, yetkazish, xizmat. Har bir sinfni bildiradigan soʻzlari bor. Bir nechta misoldan mavzu yarating va u bilan yuzlab matnni saralang.
about-meaning = <b>Qoʻshiq yuboring va “Nima haqida?” ni tanlang.</b> Soʻzlar yozib olinadi, ularning kayfiyati va nima haqida ekanini bitta rasmda koʻrasiz. Tayyor soʻzlar bilan ostidagi tugma orqali ham davom etish mumkin.
command-discover = Nima qila olaman
command-analyze = Matnlarni tahlil qilish
command-themes = Matn saralash mavzularingiz
