# Qoʻshiq soʻzlari va ular nima haqida
done-wordless = <b>Tayyor.</b> Bu yozuvda soʻz yoʻq, shuning uchun yuboradigan matn ham yoʻq.
words-none = <b>{ $title }</b> ichida soʻz topilmadi, oʻqiydigan narsa yoʻq. Ehtimol, bu cholgʻu kuyidir.
words-in-group = Qoʻshiq matnlarini shaxsiy chatimizda oʻqiyman. Faylni menga oʻsha yerga yuboring yoki shu yerda unga /analyze deb javob bering.

# Nima haqida?
goal-meaning = Nima haqida?
verses-count = { $n ->
    [one] { $amount } ta band
   *[other] { $amount } ta band
}
meaning-step-words = <b>1.</b> { $name } soʻzlarni yozib oladi.
meaning-step-mood = <b>2.</b> Neuro-Semantic har bir bandning kayfiyatini aniqlaydi.
meaning-step-themes = <b>3.</b> Va bandlarni “{ $theme }” mavzusi boʻyicha saralaydi.
meaning-themes-none = Hozircha mavzularingiz yoʻq, shuning uchun faqat kayfiyat boʻladi. Mavzuni /themes orqali yarating.
meaning-cost = Neuro-Semanticda bu koʻpi bilan { $price } turadi.
meaning-cost-have = Neuro-Semanticda bu koʻpi bilan { $price } turadi; sizda { $have } bor.
meaning-verses = Faqat bor bandlar uchun toʻlaysiz, koʻpi bilan { $n } ta.
meaning-too-dear = Neuro-Semanticda bu { $price } turishi mumkin, sizda esa { $have } bor. neuro-semantic.ru da hisobni toʻldiring yoki mavzularsiz davom eting.
meaning-link = Soʻzlarni Neuro-Semantic oʻqiydi. Hisobingizni ulang, shu yerdan davom etamiz.
meaning-theme-button = Mavzu: { $name }
meaning-no-theme = Faqat kayfiyat
meaning-pick-theme = <b>Bandlarni qaysi mavzu boʻyicha saralay?</b>
meaning-now = <b>{ $what }</b> · { $verses }
meaning-paid = { $verses }, { $price }.
meaning-mood = Kayfiyat batafsil
meaning-themes = Mavzular batafsil
meaning-words-stay = Soʻzlar shu chatda qoladi.
meaning-no-words = <b>Tayyor, lekin oʻqiydigan soʻz yoʻq.</b> Cholgʻu kuyiga oʻxshaydi. Neuro-Semanticda pul yechilmadi.
meaning-words-wait = <b>Soʻzlar shu yerda.</b> Neuro-Semantic kalitingizni endi qabul qilmayapti, shuning uchun ular kutib turibdi. Kalitni qayta ulang va “Davom etish”ni bosing.
meaning-go-on = Davom etish
meaning-unread = <b>Soʻzlar chatda bor,</b> lekin faylni endi ocha olmayman. Matnni nusxalab menga yuboring, oʻqib beraman.
cancelled-words = Soʻzlar shu chatda. Neuro-Semanticga hech narsa yuborilmadi, u yerda pul yechilmadi.
