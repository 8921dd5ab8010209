# Who may use the bot, and what operators see.
access-needed = Bu bot faqat taklif qilinganlar uchun. Uni yurituvchidan taklif havolasini soʻrang.
access-banned = Bu botdan foydalana olmaysiz.
access-slower = Bir daqiqa uchun bu juda koʻp. Biroz kuting va yana urinib koʻring.
access-rest = Bir daqiqada juda koʻp xabar keldi. Birozdan keyin davom etaman, hech biri yoʻqolmaydi.
invite-welcome = <b>Xush kelibsiz!</b> Taklifingiz amal qildi, endi botdan foydalanishingiz mumkin.
invite-over = Bu taklif ishlatib boʻlingan, eskirgan yoki qaytarib olingan. Yangisini soʻrang.

admin-open = <b>Ochiq:</b> botdan hamma foydalana oladi.
admin-invited = <b>Taklif bilan:</b> botdan faqat ruxsat berilganlar foydalana oladi.
admin-counts = Ruxsat berilgan: { $members }. Taqiqlangan: { $bans }.
admin-commands =
    /invite odamlar kunlar – odamlarni kiritadigan havola
    /allow id – ruxsat berish
    /ban id – taqiqlash
    /unban id – ikkalasi ham emas
admin-new-invite = { $n ->
    [one] Yangi taklif: { $n } kishi uchun
   *[other] Yangi taklif: { $n } kishi uchun
}
admin-revoke = Qaytarib olish: { $all } tadan { $used } tasi ishlatilgan, { $hours } soat qoldi
admin-invite = { $n ->
    [one] { $n } kishi uchun, { $days } kun amal qiladi:
   *[other] { $n } kishi uchun, { $days } kun amal qiladi:
} { $link }
admin-invite-usage = Mana bunday: <code>/invite 5 7</code>, 5 kishi va 7 kun uchun.
admin-id-usage = Bitta Telegram raqamini qoʻshing, mana bunday: <code>/ban 123456789</code>
admin-allowed = { $id } botdan foydalana oladi.
admin-banned = { $id } uchun yoʻl yopildi.
admin-unbanned = { $id } uchun na ruxsat, na taqiq bor.
admin-not-an-admin = Botni yurituvchini taqiqlab boʻlmaydi.
