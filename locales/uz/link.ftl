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
