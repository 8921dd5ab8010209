status-queued = Boʻsh joy kutyapman: tarifingiz bir vaqtda { $n ->
    [one] bitta qoʻshiqqa
   *[other] { $n } ta qoʻshiqqa
} ruxsat beradi.
status-starting = Tayyorlanyapman
status-uploading = MVSEPga yuboryapman · { $total } dan { $done }
status-uploading-unknown = MVSEPga yuboryapman · { $done }
status-checking = Qoʻshigʻingizni MVSEPga yubordim, lekin javobi yoʻlda yoʻqoldi. Ikki marta toʻlamasligingiz uchun qabul qilingan-qilinmaganini tekshiryapman. Sizdan hech narsa kerak emas.
status-fetching = MVSEP havolangizdagi faylni yuklab olyapti
status-place = Navbatda · { $count } tadan { $place }-oʻrin
status-waiting = Navbatda
status-processing = Ajratilyapti
status-chunks = Ajratilyapti · { $all } boʻlakdan { $done }-boʻlak
status-merging = Boʻlaklar birlashtirilyapti
status-delivering = { $n ->
    [one] 1 ta trekni yuboryapman
   *[other] { $n } ta trekni yuboryapman
} · yuborildi: { $sent }
status-elapsed = Oʻtgan vaqt: { $time }
status-cancelling = Toʻxtatyapman…
status-retrying = MVSEP hozir javob bermayapti. Qoʻshigʻingiz menda turibdi, urinishda davom etaman.
status-hold-queue = MVSEP hali boshqa qoʻshigʻingiz bilan band. U tugashi bilan bunisini boshlayman.
status-hold-key = MVSEP kalitingizni endi qabul qilmayapti. Uni /link orqali qayta ulang, shunda bu qoʻshiq oʻzi davom etadi.
status-hold-credits = MVSEP kreditlaringiz yetmasligini aytdi. Hech narsa yechilmadi. mvsep.com da toʻldiring: har 15 daqiqada tekshirib, oʻzim davom ettiraman.
status-hold-daily = { $message } Hech narsa yechilmadi. Qoʻshigʻingiz menda turadi, { $time }dan keyin oʻzim yana urinib koʻraman.

done-title = { $n ->
    [one] <b>Tayyor.</b> 1 ta trek, { $time } ichida.
   *[other] <b>Tayyor.</b> { $n } ta trek, { $time } ichida.
}
done-keep = Ular MVSEPda 72 soat saqlanadi.
stem-open = Yuklab olish: { $stem }
stem-lost = <b>{ $stem }</b> yuborilmadi: { $reason }

failed-title = <b>Boʻlmadi.</b>
failed-no-reason = MVSEP bu qoʻshiqni ishlay olmadi va sababini aytmadi.
failed-premium = MVSEP bu algoritmni faqat premium hisoblarga beradi. Hech narsa yechilmadi. Boshqasini tanlang yoki mvsep.com saytida premium oling.
failed-unknown-type = Bu algoritm MVSEPda endi yoʻq. Hech narsa yechilmadi. Iltimos, boshqasini tanlang.
failed-credits = MVSEP kreditlaringiz yetmasligini aytyapti. Hech narsa yechilmadi. Hisobingizni mvsep.com saytida toʻldiring va «Yana urinish» tugmasini bosing.
failed-too-large = MVSEP bu qoʻshiq tarifingiz uchun juda katta yoki uzun deyapti. Hech narsa yechilmadi.
failed-source = Faylingizni Telegramdan oʻqiy olmadim. Hech narsa yechilmadi. Iltimos, uni yana bir marta yuboring.
failed-source-big = Telegram bu faylni yuklab olishimga ruxsat bermayapti: u 20 MB dan katta. Hech narsa yechilmadi. Yaxshisi, Google Drive, Dropbox yoki MEGA havolasini yuboring.
failed-token = MVSEP kalitingizni endi qabul qilmayapti. Hech narsa yechilmadi. Uni /link orqali qayta ulang va «Yana urinish» tugmasini bosing.
failed-not-audio = Bu audio ham, video ham emas: faylning birinchi baytlariga qaradim. Hech narsa yechilmadi.
failed-gone = MVSEP bu ishni endi bilmaydi: natijalar 72 soatdan keyin oʻchiriladi.
failed-empty = MVSEP tugatdi, lekin birorta trek bermadi. Yana urinib koʻring yoki boshqa algoritm tanlang.
failed-ours = Menda ketma-ket bir necha marta nimadir buzildi ({ $code }), shuning uchun toʻxtadim. «Yana urinish» tugmasini bosing yoki shu kodni botni yurituvchi odamga yuboring.
failed-daily = MVSEP bugun yangi qoʻshiqlarni hali ham qabul qilmayapti. Hech narsa yechilmadi.
unclear-text = Qoʻshigʻingizni MVSEPga yubordim, lekin javobi yoʻqoldi va qabul qilingan-qilinmaganini bila olmayapman. Qabul qilingan boʻlsa, mvsep.com saytidagi tarixingizda paydo boʻladi. Oʻzingiz hal qiling: qayta urinish yana bir marta pul turishi mumkin.
button-now = Hozir urinish
button-retry = Yana urinish
button-forget = Shunday qoldirish

cancelled-title = <b>Toʻxtatildi.</b>
cancelled-free = MVSEPga hech narsa yuborilmadi, shuning uchun hech narsa yechilmadi.
cancelled-refunded = MVSEP uni navbatdan olib tashladi va kreditlarni qaytardi.
cancelled-running = MVSEP allaqachon boshlagan edi, shuning uchun kreditlar sarflandi. Natija mvsep.com saytidagi tarixingizda paydo boʻladi.
cancelled-delivering = Yuborilmay qolgan treklar MVSEPda 72 soat saqlanadi.
cancelled-unknown = MVSEP buni tasdiqlamadi; bu qoʻshiqni baribir tugatishi mumkin.

jobs-none = Hozir hech narsa ketmayapti. Menga qoʻshiq yoki matn yuboring.
jobs-title = <b>Qoʻshiq va matnlaringiz</b>
jobs-cancel = Bekor qilish: { $title }
job-over = Bu ish allaqachon tugagan.
job-stopping = Toʻxtatyapman.

status-ahead = Taxminan { $time } qoldi (oldingi qoʻshiqlarga qarab chamalandi)
jobs-retry = { $title }: qayta urinish
jobs-cancel-all = Hammasini bekor qilish
jobs-failed = Chiqmadi.
jobs-unclear = MVSEP uni qabul qilgan-qilmagani nomaʼlum. Qayta urinish yana kredit olishi mumkin.
jobs-stopping-all = { $n ->
    [one] Bitta qoʻshiqni toʻxtatyapman.
   *[other] { $n } ta qoʻshiqni toʻxtatyapman.
}
job-again = Allaqachon yoʻlda.
failed-never = MVSEP bu qoʻshiqni 72 soatda tugatmadi, men soʻrashni toʻxtatdim. Qayta urinib koʻrishingiz mumkin.
failed-known = Telegramda bu treklar endi yoʻq. Kredit olinmadi. Qayta urinsangiz, MVSEP ularni qaytadan qiladi.
cancelled-balance = Endi kreditlaringiz: { $left }.
