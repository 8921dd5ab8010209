start-hello =
    <b>Salom, { $name }! Menga qoʻshiq yuboring, uni treklarga ajratib beraman:</b> vokal, barabanlar, bas, gitara, pianino va boshqalar.

    Fayl, ovozli xabar, video yoki havola (MEGA, Google Drive, Dropbox) boʻlaveradi.
start-link-first = Ishni MVSEP hisobingiz bajaradi. Uni bir marta ulang, bu bepul.
start-linked = MVSEP hisobingiz ulangan. Qoʻshiq yuboring, boʻldi.
start-group = Shu yerdagi qoʻshiqqa <b>/separate</b> deb javob yozing, uni treklarga ajratib beraman.

help-text =
    <b>Qoʻshiqlar</b>
    1. /link orqali MVSEP hisobingizni ulang. Bu bepul.
    2. Qoʻshiq yuboring: fayl, ovozli xabar, video yoki havola. Birdaniga bir nechtasi ham boʻladi.
    3. Keragini tanlab, Boshlash tugmasini bosing. Treklarni shu yerga yuboraman.

    <b>Matnlar</b>
    Xabarlarni uzating, matn yozing yoki matnli fayl yuboring: men ularning kayfiyati, hissiyotlari va koʻp uchraydigan soʻzlarini aytaman yoki mavzularingiz boʻyicha ajrataman.

    <b>Bilib qoʻying</b>
    Telegram menga 20 MB gacha fayllarni yuklab olishga ruxsat beradi. Kattarogʻi uchun Google Drive, Dropbox yoki MEGA havolasini yuboring.
    Guruhda qoʻshiqqa /separate, matnga /analyze deb javob bering.

    <b>Buyruqlar</b>
    /link – hisoblaringizni ulash
    /account – tarif, kreditlar va chegaralar
    /separate – qoʻshiqni treklarga ajratish
    /analyze – matnlarni oʻqish
    /themes – matnlar uchun mavzularingiz
    /jobs – hozir nima bajarilyapti
    /history – MVSEP dagi barcha ishlaringiz
    /settings – til, sokin soatlar, chegaralar
    /privacy, /exportmydata, /deletemydata – maʼlumotlaringiz

unknown-text = Qoʻshiq yuboring, treklarga ajrataman, yoki kamida bir gaplik matnlarni uzating, tahlil qilaman. Nima qila olishim: /discover.
unknown-command = Bunday buyruqni bilmayman. Bilganlarim /help ichida.
unknown-content = Bu bilan hozircha hech narsa qila olmayman. Menga audiofayl, ovozli xabar, video yoki qoʻshiq havolasini yuboring.

settings-title = <b>Sozlamalar</b>
settings-language = Til
settings-quiet = Sokin soatlar
settings-account = Hisob, kalitlar va chegaralar
language-ask = Qaysi tilda gaplashamiz?
language-set = Endi oʻzbekcha gapiraman.

cancel-nothing = Sizdan hech narsa kutmayapman. Hozir ishlayotganlari /jobs ichida, ularni oʻsha yerda toʻxtatish mumkin.
cancel-waiting = Mayli, endi javob kutmayman.

command-start = Boshlash
command-help = Bu qanday ishlaydi
command-link = MVSEP hisobini ulash
command-account = Tarifingiz va kreditlaringiz
command-separate = Qoʻshiqni treklarga ajratish
command-jobs = Hozir nima ketyapti
command-cancel = Joriy qadamni bekor qilish
command-create = Soʻzlardan tovush yaratish
command-settings = Sozlamalar
command-language = Tilni oʻzgartirish
command-access = Mendan kim foydalana oladi
command-invite = Odamlarni taklif qilish
command-allow = Kimgadir ruxsat berish
command-ban = Kimgadir yoʻlni yopish
command-unban = Ruxsat yoki taqiqni bekor qilish
bot-description = Qoʻshiq yuboring va uning treklarini oling: vokal, barabanlar, bas, gitara, pianino va boshqalar. Oʻz MVSEP hisobingiz bilan ishlaydi.
bot-short-description = MVSEP hisobingiz yordamida qoʻshiqlarni treklarga ajratadi.
