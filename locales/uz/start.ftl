start-hello =
    <b>Salom, { $name }! Menga qoʻshiq yuboring, uni treklarga ajratib beraman:</b> vokal, barabanlar, bas, gitara, pianino va boshqalar.

    Fayl, ovozli xabar, video yoki havola (MEGA, Google Drive, Dropbox) boʻlaveradi.
start-link-first = Ishni MVSEP hisobingiz bajaradi. Uni bir marta ulang, bu bepul.
start-linked = MVSEP hisobingiz ulangan. Qoʻshiq yuboring, boʻldi.
start-group = Shu yerdagi qoʻshiqqa <b>/separate</b> deb javob yozing, uni treklarga ajratib beraman.

help-text =
    <b>Bu qanday ishlaydi</b>
    1. MVSEP hisobingizni /link orqali ulang. Bu bepul.
    2. Qoʻshiq yuboring: fayl, ovozli xabar, video yoki havola.
    3. Keraklisini tanlang va «Boshlash» tugmasini bosing. Treklarni shu yerga yuboraman.

    <b>Bilib qoʻying</b>
    Telegram menga 20 MB gacha fayllarni yuklab olishga ruxsat beradi. Kattaroqlari uchun Google Drive, Dropbox yoki MEGA havolasini yuboring.
    Guruhda qoʻshiqqa /separate deb javob yozing.

    <b>Buyruqlar</b>
    /link – MVSEP hisobini ulash
    /account – tarifingiz va kreditlaringiz
    /separate – qoʻshiqni treklarga ajratish
    /jobs – hozir nima ketyapti
    /cancel – joriy qadamni bekor qilish
    /language – tilni oʻzgartirish

unknown-text = Men qoʻshiqlarni treklarga ajrataman. Menga audiofayl, ovozli xabar, video yoki qoʻshiq havolasini yuboring. Batafsil – /help.
unknown-command = Bunday buyruqni bilmayman. Bilganlarim /help ichida.
unknown-content = Bu bilan hozircha hech narsa qila olmayman. Menga audiofayl, ovozli xabar, video yoki qoʻshiq havolasini yuboring.

settings-title = <b>Sozlamalar</b>
settings-language = Til
settings-quiet = Sokin soatlar
settings-account = Hisob, kalitlar va chegaralar
language-ask = Qaysi tilda gaplashamiz?
language-set = Endi oʻzbekcha gapiraman.

cancel-nothing = Bekor qiladigan narsa yoʻq.
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
bot-description = Qoʻshiq yuboring va uning treklarini oling: vokal, barabanlar, bas, gitara, pianino va boshqalar. Oʻz MVSEP hisobingiz bilan ishlaydi.
bot-short-description = MVSEP hisobingiz yordamida qoʻshiqlarni treklarga ajratadi.
