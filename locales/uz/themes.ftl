# Browsing
themes-title = <b>Mavzularingiz</b>
themes-hint = Ochish uchun bosing.
themes-none = Bu yerda hali hech narsa yoʻq. Eng tezi: misollardan boshlash.
themes-manage = Mavzularim
themes-in-private = Mavzular faqat sizniki, shuning uchun ularni shaxsiy chatda koʻramiz: /themes.
theme-system = { $name } (tayyor)
theme-gone = Bu mavzu endi yoʻq.
theme-not-yours = Bu mavzu Neuro-Semanticniki. Avval nusxa oling, keyin nusxani oʻzgartiring.
theme-empty = Bu mavzuda hali sinf yoʻq, saralashga asos yoʻq. Avval sinf qoʻshing.
folder-gone = Bu papka endi yoʻq.
class-gone = Bu sinf oʻzgargan yoki yoʻq. Mavzuni qayta oching.
class-exists = Bu mavzuda <b>{ $name }</b> sinfi allaqachon bor.
folder-title = <b>{ $name }</b>
folder-new = Yangi papka
folder-button = Papka: { $name }
folder-root = Hamma mavzular
folder-ask-name = Papka qanday nomlansin?
folder-delete-sure = <b>{ $name }</b> papkasini ichidagilari bilan oʻchiraymi?
folder-delete-really = Rostdanmi? <b>{ $name }</b> ichidagi hamma mavzular butunlay yoʻqoladi.

# A theme
theme-new = Yangi mavzu
theme-by-examples = Misollardan
theme-import = Fayldan
theme-title = <b>{ $name }</b>
theme-descr = <i>{ $text }</i>
theme-is-system = Tayyor mavzu: sinab koʻring yoki oʻzgartirish uchun nusxa oling.
theme-classes = { $n ->
    [0] Hali sinflari yoʻq.
    [one] { $n } ta sinf. Soʻzlarini koʻrish uchun bosing.
   *[other] { $n } ta sinf. Soʻzlarini koʻrish uchun birini bosing.
}
theme-describe = Tavsiflash
theme-move = Koʻchirish
theme-test = Matnda sinash
theme-test-paid = Neuro-Semanticdan soʻrash
theme-test-again = Boshqa matnda sinash
theme-copy = Oʻzimga nusxa
theme-ask-title = Mavzu qanday nomlansin?
theme-ask-descr = Mavzu nima uchunligini bir-ikki gapda yozing.
theme-ask-file = Mavzuni JSON, CSV yoki Excel fayli qilib yuboring. Jadval ustunlari: sinf, tavsif, soʻzlar, aniq soʻzlar, stop-soʻzlar.
theme-ask-text = Matn yuboring yoki uzating, u qayerga tushishini aytaman. Bu bepul.
theme-file-caption = <b>{ $name }</b> mavzusi. Uni “Fayldan” tugmasi bilan qaytarish mumkin.
theme-file-wrong = Bu faylda sinf topilmadi. Fayl qanday koʻrinishini bilish uchun biror mavzuni saqlab koʻring.
theme-too-many-classes = Mavzuda koʻpi bilan { $most } ta sinf boʻlishi mumkin.
theme-delete-sure = { $n ->
    [0] <b>{ $name }</b> mavzusini oʻchiraymi?
    [one] <b>{ $name }</b> mavzusini { $n } ta sinfi bilan oʻchiraymi?
   *[other] <b>{ $name }</b> mavzusini { $n } ta sinfi bilan oʻchiraymi?
}
theme-delete-really = { $n ->
    [0] Rostdanmi? Qaytarib boʻlmaydi.
    [one] Rostdanmi? <b>{ $name }</b> va { $n } ta sinfini qaytarib boʻlmaydi.
   *[other] Rostdanmi? <b>{ $name }</b> va { $n } ta sinfini qaytarib boʻlmaydi.
}
theme-deleted = <b>{ $name }</b> endi yoʻq.
theme-move-ask = <b>{ $name }</b> qayerga koʻchirilsin?
theme-move-yes = Ha, koʻchiring
theme-move-sure = Neuro-Semantic mavzularni koʻchira olmaydi, shuning uchun <b>{ $name }</b> mavzusini <b>{ $folder }</b> ichida qaytadan yarataman va eskisini oʻchiraman. Shunday qilaymi?
theme-moved-twice = <b>{ $name }</b> yangi joyida. Neuro-Semantic eskisini oʻchirishga qoʻymadi, hozircha ikkitasi boʻlishi mumkin: iltimos, eskisini oʻzingiz oʻchiring.
theme-move-differs = Neuro-Semantic yangi joyda <b>{ $name }</b> mavzusining hammasini saqlamadi, shuning uchun eskisiga tegmadim. Ikkalasini solishtirib, keraksizini oʻchiring.

# A class and its words
class-add = Sinf qoʻshish
class-by-examples = Misollardan sinf
class-words = { $name } ({ $n })
class-of-theme = <b>{ $name }</b>, “{ $theme }” mavzusining sinfi
class-ask-title = Sinf qanday nomlansin?
class-delete-sure = <b>{ $name }</b> sinfini soʻzlari bilan oʻchiraymi?
listed-words = Soʻzlar: { $words }
listed-strict = Aniq soʻzlar: { $words }
listed-stop = Stop-soʻzlar: { $words }
edit-words = Soʻzlar
edit-strict = Aniq soʻzlar
edit-stop = Stop-soʻzlar
ask-words = Qaysi soʻzlar shu sinfni bildiradi? Soʻzning har qanday shakli hisobga olinadi.
ask-strict = Qaysi soʻzlar faqat aynan yozilganidek hisobga olinsin?
ask-stop = Qaysi soʻzlar matnni bu sinfdan chiqarib tashlasin?
ask-words-how = Vergul bilan ajratib yuboring; oldida minus boʻlsa, soʻz olib tashlanadi: <i>kuryer, posilka, -narx</i>
button-rename = Qayta nomlash
button-delete = Oʻchirish
delete-yes = Ha, oʻchiring

# By examples
examples-ask-title = Misollar nima haqida? Bu nom boʻladi.
examples-ask = { $n ->
    [0] Endi <b>{ $name }</b> haqida uchta matn uzating yoki qoʻying, koʻproq ham boʻladi.
    [one] Endi <b>{ $name }</b> haqida yana matn uzating.
   *[other] Endi <b>{ $name }</b> haqida yana matn uzating.
}
examples-more = { $n ->
    [0] Hali misol yoʻq.
    [one] <b>{ $name }</b> uchun { $n } ta misol. Uchta va undan koʻpi yaxshiroq.
   *[other] <b>{ $name }</b> uchun { $n } ta misol. Yana yuboring yoki tugmani bosing.
}
examples-enough = Soʻzlarni koʻrsatish
examples-too-short = Bu matnlarda soʻz juda kam. Uzunroqlarini yuboring.
examples-words = { $n ->
    [0] Qaysi soʻzlar <b>{ $name }</b> haqida? Belgilang.
    [one] Qaysi soʻzlar <b>{ $name }</b> haqida? { $n } tasi belgilandi.
   *[other] Qaysi soʻzlar <b>{ $name }</b> haqida? { $n } tasi belgilandi.
}
examples-create = Yaratish
examples-forgotten = Mayli, hech narsa yaratmadim.

# Trying a theme
guess-best = <b>Bu “{ $name }” sinfiga tushadi.</b>
guess-none = <b>Hech bir sinfda bu matnga mos soʻz yoʻq.</b>
guess-line = { $name }: { $words }
guess-stopped = { $name }: { $words } sababli chiqarildi
guess-honest = <i>Bu soʻzlarga qarab mening taxminim. Neuro-Semantic boshqacha qaror qilishi mumkin.</i>
