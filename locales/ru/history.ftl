# История всех заданий и тихие часы.
history-title = <b>Ваши задания на MVSEP</b>
history-title-of = <b>Ваши задания с { $name }</b>
history-none = В вашем аккаунте MVSEP пока нет заданий. Пришлите мне песню.
history-private = История только для вас. Спросите меня о ней в личном чате.
history-no-account = Сначала подключите аккаунт MVSEP через /link, тогда я покажу его историю.
history-not-there = На MVSEP этих результатов больше нет.
history-when = Начато: { $date } UTC
history-credits = { $n ->
    [one] { $n } кредит
    [few] { $n } кредита
   *[many] { $n } кредитов
}
history-there = ещё есть
history-left = { $n ->
    [0] осталось меньше часа
    [one] остался { $n } час
    [few] осталось { $n } часа
   *[many] осталось { $n } часов
}
history-gone = удалено
history-send = Пришли результаты
history-filter = По алгоритму
history-which = Какой алгоритм?
history-of = { $name } ({ $n })
history-all = Все
history-credits-button = Кредиты по месяцам
history-months = <b>Кредиты по месяцам</b>, насколько MVSEP ещё помнит
history-month = { $month }: { $credits }, заданий: { $n }
quiet-off = <b>Тихие часы</b> выключены: мои сообщения приходят со звуком.
quiet-choose = Выберите, когда им приходить без звука.
quiet-on = <b>Тихие часы</b> с { $start } до { $end }: мои сообщения приходят без звука.
quiet-clock = По вашим часам сейчас { $time }. Если нет, поправьте:
quiet-earlier = На час раньше
quiet-later = На час позже
quiet-end = Без тихих часов
command-history = Ваши задания на MVSEP
command-quiet = Тихие часы
