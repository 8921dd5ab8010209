# Chatdagi treklar, juda kattalari uchun takliflar va ular bilan nima qilish mumkinligi.
done-credits = Kreditlar: { $used } sarflandi, { $left } qoldi.
done-left = Qolgan kreditlar: { $left }.
done-known = Bu treklar menda bor edi, shuning uchun kredit olinmadi.
stem-links = Quyidagi havolalar MVSEP tugatganidan keyin 72 soat ishlaydi. Ular kimda boʻlsa, oʻsha yuklab oladi.
stem-which = Qaysi trek keyingi qoʻshiq boʻlsin?
stem-gone = Bu endi yoʻq.
analyse-text = Bu matnni tahlil qilish
after-anew = Boshqa usulda
after-stem = Trek bilan davom etish
after-rate = Baholash
after-delete = MVSEPdan oʻchirish
after-again = Qaytadan qilish
after-no-song = Bu qoʻshiq menda yoʻq, u faqat MVSEPda. Uni menga yuboring va qaytadan tanlang.
rate-ask = Qanday chiqdi? Siz uchun eslab qolaman.
rate-thanks = { $stars } Yozib qoʻydim.
delete-ask = Qoʻshiq va treklarini MVSEPdan oʻchiraymi? Bu chatga yuborganlarim qoladi.
delete-sure = Ha, oʻchirish
delete-done = MVSEPdan oʻchirildi.
big-title = Telegram botlarga koʻpi bilan { $limit } yuborishga ruxsat beradi, shuning uchun bular yuborilmadi:
big-line = <b>{ $stem }</b> · { $size }
big-format = MP3 yoki M4A boʻlsa sigʻardi. Bu MVSEPda yangi buyurtma, narxini boshlashdan oldin koʻrasiz.
big-parts = Yoki trekni boʻlaklangan ZIP qilib oling: bitta papkaga saqlab, birinchisini 7-Zip bilan oching. Bu bepul.
big-in-format = { $format } qilib buyurtma berish
big-in-parts = { $stem } ZIP qilib · { $n ->
    [one] { $n } boʻlak
   *[other] { $n } boʻlak
}
part-label = { $stem }, { $all } boʻlakdan { $n }-boʻlak
door-closed = <b>{ $title }</b> treklari tayyor, lekin siz soʻragan joyga fayl yuborib boʻlmaydi. MVSEPda turganicha urinib koʻraman. Ularni shu yerga yuboraymi?
door-shut = <b>{ $title }</b> treklari tayyor, lekin men siz soʻragan guruhda endi yoʻqman. Ularni shu yerga yuboraymi?
door-here = Shu yerga yuborish
door-expired = <b>{ $title }</b> treklarini 72 soat ichida yuborib boʻlmadi, MVSEP ularni allaqachon oʻchirdi.
door-coming = Yuboryapman.
