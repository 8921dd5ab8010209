# What is kept about people, and how it goes away.
privacy-title = <b>Bu bot siz haqingizda nimalarni saqlaydi</b>
privacy-users = Telegramdagi raqamingiz, tilingiz, sokin soatlaringiz va meni bloklagan-bloklamaganingiz.
privacy-credentials = Ulangan kalitlar, ularning oxirgi 4 belgisi va hisob pochtasi yoki nomi, siz uzmaguningizcha. Parollar hech qachon saqlanmaydi.
privacy-drafts = Yuborgan, lekin hali boshlamagan narsalaringiz va sizga bergan savollarim: { $days } kun.
privacy-texts = Oʻqish uchun toʻplagan matnlaringiz va ularni yozganlarning ismlari: siz tozalaguningizcha, koʻpi bilan { $days } kun.
privacy-analyses = Matnlaringiz boʻyicha natijalar: { $days } kun.
privacy-jobs = Ishlaringiz: nomlar, havolalar yoki Telegram fayl raqamlari, tanlovlar, yoʻlaklarning nomi va manzili: tugaganidan keyin { $days } kun. Qoʻshiqlar va yoʻlaklar mendan faqat oʻtadi, ovozni saqlamayman.
privacy-choices = Sevimlilar, saqlangan sozlamalar va baholar, oʻzingiz oʻchirmaguningizcha.
privacy-spending = Chegaralaringiz va har bir ishning narxi: ikki oy.
privacy-inbox = Xabarlaringiz koʻrib chiqilguncha, keyin faqat raqamlari: { $days } kun.
privacy-access = Bu botni yurituvchi sizga ruxsat bergan-bermagani. Taqiq sizni nomlamaydigan iz sifatida saqlanadi.
privacy-erasures = Sizni unutish haqidagi istagingiz, bajarilguncha.
privacy-sealed = Kalitlar, pochta manzillari, nomlar, havolalar, matnlar va ish manzillari shifrlangan; shifrlash kaliti bazada saqlanmaydi. Maʼlumotlar faqat ishlaringiz uchun kerak, sotilmaydi, hech kim kuzatilmaydi. Guruhlarda faqat menga qaratilgan gaplarni oʻqiyman.
privacy-services = Boshlash tugmasini bosganingizda qoʻshiqlar mvsep.com, matnlar neuro-semantic.ru saytiga oʻz kalitingiz bilan ketadi. U yerda ularning qoidalari amal qiladi. Barcha xabarlarni Telegram tashiydi.
privacy-blocked = Meni bloklasangiz, { $days } kundan keyin siz haqingizdagi hamma narsa oʻchiriladi.
privacy-rights = /exportmydata hammasini fayl qilib yuboradi, /deletemydata hammasini oʻchiradi. Savollar boʻlsa, bu botni yurituvchiga murojaat qiling.
privacy-in-group = Maʼlumotlaringiz boshqalarga tegishli emas. Iltimos, shaxsiy chatda soʻrang.
privacy-private-button = Shaxsiy chatni ochish
export-caption = Siz haqingizda saqlaydigan hamma narsam. Hisoblar va natijalarning kalitlari kiritilmagan.
erase-ask = Siz haqingizda saqlaganim hammasi oʻchirilsinmi? Ulangan kalitlar, ishlar, tanlovlar va chegaralar yoʻqoladi, boshlangan ishlar toʻxtatiladi. Bu chatdagi yoʻlaklar qoladi.
erase-ask-again = <b>Rostdan ham hammasimi?</b> Buni qaytarib boʻlmaydi.
erase-yes = Hammasini oʻchirish
erase-yes-again = Ha, butunlay oʻchirilsin
erase-no = Qoldirish
erase-started = { $n ->
    [0] Hammasini oʻchiryapman.
    [one] { $n } ta ishni toʻxtatyapman, keyin hammasini oʻchiraman.
   *[other] { $n } ta ishni toʻxtatyapman, keyin hammasini oʻchiraman.
}
erase-done = Siz haqingizdagi hamma narsa oʻchirildi. Menga yana yozsangiz, boshidan boshlaymiz.
command-privacy = Siz haqingizda nima saqlayman
command-exportmydata = Barcha maʼlumotlarni olish
command-deletemydata = Barcha maʼlumotlarni oʻchirish
