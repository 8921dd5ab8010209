# Qoʻshiq soʻzlari va ular nima haqida
done-wordless = <b>Tayyor.</b> Bu yozuvda soʻz yoʻq, shuning uchun yuboradigan matn ham yoʻq.
words-none = <b>{ $title }</b> ichida soʻz topilmadi, oʻqiydigan narsa yoʻq. Ehtimol, bu cholgʻu kuyidir.
words-in-group = Qoʻshiq matnlarini shaxsiy chatimizda oʻqiyman. Faylni menga oʻsha yerga yuboring yoki shu yerda unga /analyze deb javob bering.
