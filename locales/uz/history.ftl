# Barcha ishlar tarixi va sokin soatlar.
history-title = <b>MVSEPdagi ishlaringiz</b>
history-title-of = <b>{ $name } bilan ishlaringiz</b>
history-none = MVSEP hisobingizda hali ish yoʻq. Menga qoʻshiq yuboring.
history-private = Tarix faqat siz uchun. Uni shaxsiy chatimizda soʻrang.
history-no-account = Avval MVSEP hisobingizni /link orqali ulang, keyin uning tarixini koʻrsataman.
history-not-there = Bu natijalar MVSEPda endi yoʻq.
history-when = Boshlangan: { $date } UTC
history-credits = { $n ->
    [one] { $n } kredit
   *[other] { $n } kredit
}
history-there = hali bor
history-left = { $n ->
    [0] bir soatdan kam qoldi
    [one] { $n } soat qoldi
   *[other] { $n } soat qoldi
}
history-gone = oʻchirilgan
history-send = Natijalarni yubor
history-filter = Algoritm boʻyicha
history-which = Qaysi algoritm?
history-of = { $name } ({ $n })
history-all = Hammasi
history-credits-button = Oylik kreditlar
history-months = <b>Oylik kreditlar</b>, MVSEP aytgan darajada
history-month = { $month }: { $credits }, ishlar: { $n }
quiet-off = <b>Sokin soatlar</b> oʻchirilgan: xabarlarim ovoz bilan keladi.
quiet-choose = Qachon ovozsiz kelishini tanlang.
quiet-on = <b>Sokin soatlar</b>: { $start } dan { $end } gacha xabarlarim ovozsiz keladi.
quiet-clock = Soatingiz boʻyicha hozir { $time }. Boshqacha boʻlsa, toʻgʻrilang:
quiet-earlier = Bir soat oldin
quiet-later = Bir soat keyin
quiet-end = Sokin soatlarsiz
command-history = MVSEPdagi ishlaringiz
command-quiet = Sokin soatlar
