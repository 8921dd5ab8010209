# Numbers of things
roubles = { $value } ₽
percent = { $value } %
texts-count = { $n ->
    [one] { $amount } текст
    [few] { $amount } текста
   *[many] { $amount } текстов
}
people-count = { $n ->
    [one] { $n } человека
    [few] { $n } человек
   *[many] { $n } человек
}
characters = { $n ->
    [one] { $amount } знак
    [few] { $amount } знака
   *[many] { $amount } знаков
}
requests-count = { $n ->
    [one] { $n } запрос
    [few] { $n } запроса
   *[many] { $n } запросов
}

# Gathered texts
basket-contents = <b>{ $texts }</b>, { $characters }.
basket-contents-people = <b>{ $texts }</b> от { $people }, { $characters }.
basket-ask = Что хотите узнать?
basket-link-first = Чтобы их разобрать, сначала подключите аккаунт Neuro-Semantic. Тексты я пока сохраню.
basket-adding = Присылайте или пересылайте ещё, можно и файлом. Складываю всё вместе в течение часа или пока не нажмёте кнопку.
basket-adding-group = Отвечайте командой /analyze на другие сообщения. Складываю всё вместе в течение часа или пока не нажмёте кнопку.
basket-enough = Это всё
basket-add = Добавить
basket-show = Показать
basket-clear = Очистить
basket-clear-sure = Забыть все эти тексты?
basket-clear-yes = Да, забыть
basket-cleared = Хорошо, текстов больше нет.
basket-gone = Этих текстов здесь больше нет. Пришлите их, пожалуйста, ещё раз.
basket-full = В одну подборку входит { $most } текстов и десять миллионов знаков. Разберите сначала эти, потом пришлите остальные.
basket-in-use = Эти тексты как раз разбираются. Дождитесь результата или сначала остановите.
basket-join = { $n ->
    [one] Добавить прежний { $amount } текст
    [few] Добавить прежние { $amount } текста
   *[many] Добавить прежние { $amount } текстов
}
basket-remove = Убрать { $n }
basket-text = <b>{ $n }.</b> <i>{ $about }</i>
    { $text }
analyze-how =
    <b>Перешлите мне тексты</b>, вставьте их или пришлите файл: TXT, CSV, Excel, Word или JSON, в том числе экспорт чата из Telegram.

    Я сложу всё, что пришло вместе, а вы выберете: тональность, эмоции, частые слова или сортировка по вашим темам. В группе ответьте на сообщение командой /analyze.

# Kinds of analysis
calc-sentiment = Тональность
calc-emcol = Эмоции
calc-wordfreq = Частые слова
calc-classify = По моим темам
calc-price = { $name } ({ $price } за текст)
calc-by-theme = По теме «{ $theme }»

# Files
file-ways = Как взять тексты из <b>{ $name }</b>?
file-columns = В каком столбце <b>{ $name }</b> тексты?
way-whole = Одним текстом
way-paragraphs = { $n ->
    [one] По абзацам ({ $amount })
    [few] По абзацам ({ $amount })
   *[many] По абзацам ({ $amount })
}
way-lines = { $n ->
    [one] По строкам ({ $amount })
    [few] По строкам ({ $amount })
   *[many] По строкам ({ $amount })
}
way-column = { $name }: { $sample }
file-empty = Файл <b>{ $name }</b> пустой. Проверьте его и пришлите ещё раз.
file-no-texts = В файле <b>{ $name }</b> не нашлось слов.
file-binary = <b>{ $name }</b> — не текст, хотя называется так. Я читаю TXT, CSV, Excel, Word и JSON.
file-broken = Не получается открыть <b>{ $name }</b>: похоже, он повреждён. Сохраните его заново и пришлите ещё раз.
file-too-big = Файл больше 20 МБ, а больше Telegram ботам не отдаёт. Пришлите его по частям.
file-too-much = <b>{ $name }</b> — это больше, чем я могу прочитать: не более 100 000 строк и 200 столбцов. Разделите файл и пришлите его частями.
file-gone = Telegram не отдал мне файл. Пришлите его, пожалуйста, ещё раз.

# Before Start
sort-ask = <b>По какой теме разобрать?</b>
sort-no-themes = У вас пока нет тем с классами. Сделайте первую, это займёт минуту.
order-analysis = <b>{ $name }</b>: { $texts }
order-parts = { $n ->
    [one] Отправлю { $n } частью.
    [few] Отправлю { $n } частями, а результат будет один.
   *[many] Отправлю { $n } частями, а результат будет один.
}
order-phrases = { $n ->
    [one] Покажу { $n } самое частое слово или словосочетание.
    [few] Покажу { $n } самых частых слова и словосочетания.
   *[many] Покажу { $n } самых частых слов и словосочетаний.
}
order-too-dear = Это стоит { $price }, а у вас { $have }. Пополните счёт на neuro-semantic.ru и вернитесь к этому сообщению.
order-in-debt = На вашем счёте { $have }. Пополните его на neuro-semantic.ru и вернитесь к этому сообщению.
order-no-price = В прайсе этого вида анализа нет. У вас { $have }.
order-price-unknown = Цену сейчас узнать не получилось. Neuro-Semantic назовёт её в результате.
order-roubles = Стоит { $price }.
order-roubles-have = { $price } из ваших { $have }.

# While it runs
reading-queued = Ждёт очереди: сначала другие запросы вашего аккаунта
reading-starting = Отправляю в Neuro-Semantic
reading-checking = Тексты ушли, но ответ потерялся по дороге. Проверяю, приняли ли их, чтобы вам не платить дважды. От вас ничего не нужно.
reading-waiting = В очереди
reading-running = Разбираю тексты
reading-delivering = Рисую картинку
reading-retrying = Neuro-Semantic сейчас не отвечает. Тексты в сохранности, пробую дальше.
reading-slow = Идёт дольше обычного. Продолжаю следить и сообщу, как только будет готово.
reading-done = Готово за { $time }.
reading-part = часть { $part } из { $parts }
reading-too-long = { $n ->
    [one] Для Neuro-Semantic это слишком длинно. Ничего не списано.
    [few] Для Neuro-Semantic это слишком длинно за один раз. Ничего не списано. Можно отправить { $n } частями, результат будет один.
   *[many] Для Neuro-Semantic это слишком длинно за один раз. Ничего не списано. Можно отправить { $n } частями, результат будет один.
}
reading-in-parts = { $n ->
    [one] Отправить { $n } частью
    [few] Отправить { $n } частями
   *[many] Отправить { $n } частями
}
reading-unclear = Тексты ушли в Neuro-Semantic, но ответ потерялся, и узнать, приняли ли их, не получается. Если приняли, результат есть в вашей истории: /analyze. Решать вам: вторая попытка может стоить ещё раз.
reading-failed-secret = Neuro-Semantic больше не принимает ваш ключ. Ничего не списано. Подключите его заново через /link и нажмите «Попробовать ещё раз».
reading-failed-secret-later = Neuro-Semantic больше не принимает ваш ключ, поэтому забрать результат не получается. Подключите ключ заново через /link и откройте результат кнопкой ниже.
reading-failed-texts = Текстов этого запроса здесь больше нет. Ничего не списано. Пришлите их, пожалуйста, ещё раз.
reading-failed-balance = На счёте Neuro-Semantic не хватает денег. Ничего не списано. Пополните его на neuro-semantic.ru и нажмите «Попробовать ещё раз».
reading-failed-invalid = Neuro-Semantic говорит, что в запросе что-то не так. Ничего не списано. Проверьте тексты и тему и попробуйте ещё раз.
reading-failed-length = Для Neuro-Semantic это слишком длинно. Отправьте по частям.
reading-failed-slow = За сутки результат не появился, и я перестал следить. Номер запроса { $id }; откройте его позже из истории: /analyze.
reading-failed-gone = Neuro-Semantic принял запрос { $id }, но больше его не знает, поэтому результата нет. Проверьте в /account, списаны ли деньги. Ваши тексты на месте: /analyze.
reading-failed-empty = Neuro-Semantic закончил запрос { $id }, но результата не прислал. Возможно, он позже появится в истории; если нет, напишите на neuro-semantic.ru с этим номером.
reading-failed-ended = Neuro-Semantic закрыл запрос { $id } без результата (состояние { $code }). Проверьте в /account, списаны ли деньги; если да, напишите на neuro-semantic.ru с этим номером.
reading-failed-ours = У меня что-то сломалось ({ $code }), и несколько раз подряд, так что пришлось остановиться. Тексты у Neuro-Semantic, результат будет в вашей истории: /analyze. Отправьте этот код тому, кто держит этого бота.
neuro-says = Neuro-Semantic отвечает: <i>{ $message }</i>
neuro-invalid = Neuro-Semantic этого не принял, ничего не изменилось. Возможно, этого уже нет; откройте список заново.
neuro-link-first = Сначала подключите аккаунт Neuro-Semantic: /link.
cancelled-texts-free = Ничего не отправлено, поэтому ничего не списано.
cancelled-texts-running = Neuro-Semantic не отменяет отправленные запросы, так что этот оплачен. Результат появится в вашей истории: /analyze.
cancelled-texts-unknown = Если Neuro-Semantic принял тексты, результат есть в вашей истории: /analyze.

# Results
class-none = Не распознано
mood-very-good = Очень позитивно
mood-good = Позитивно
mood-neutral = Нейтрально
mood-bad = Негативно
mood-very-bad = Очень негативно
feeling-joy = Радость
feeling-sadness = Печаль
feeling-anger = Гнев
feeling-fear = Страх
feeling-surprise = Удивление
feeling-disgust = Отвращение
feeling-trust = Доверие
feeling-anticipation = Ожидание
feeling-love = Любовь
feeling-shame = Стыд
feeling-interest = Интерес
feeling-calm = Спокойствие
feeling-neutral = Нейтрально
chart-more = и ещё { $n }
summary-nothing = В этих текстах ничего не нашлось.
summary-good = <b>В основном позитивно.</b>
summary-bad = <b>В основном негативно.</b>
summary-mixed = <b>Мнения разделились.</b>
summary-calm = <b>В основном спокойно, без оценок.</b>
summary-moods = Из { $all }: позитивных { $good }, нейтральных { $neutral }, негативных { $bad }.
summary-moods-shares = Позитивных { $good }, нейтральных { $neutral }, негативных { $bad }.
summary-one-good = { $n ->
    [one] Позитивный: <i>{ $text }</i>
    [few] Один из { $n } позитивных: <i>{ $text }</i>
   *[many] Один из { $n } позитивных: <i>{ $text }</i>
}
summary-one-bad = { $n ->
    [one] Негативный: <i>{ $text }</i>
    [few] Один из { $n } негативных: <i>{ $text }</i>
   *[many] Один из { $n } негативных: <i>{ $text }</i>
}
summary-rest = { $n ->
    [one] { $amount } текст никуда не подошёл.
    [few] { $amount } текста никуда не подошли.
   *[many] { $amount } текстов никуда не подошли.
}
summary-none = <b>Ничего не подошло.</b>
summary-top = <b>Чаще всего: { $name }</b>, { $part } из { $all }.
summary-top-share = <b>Больше всего: { $name }</b>, { $part }.
summary-then = Дальше: { $names }.
summary-words = { $n ->
    [one] <b>Самое частое:</b> { $names }.
    [few] <b>Самое частое:</b> { $names }.
   *[many] <b>Самое частое:</b> { $names }.
}
summary-long = Результат на картинке, остальное покажут кнопки.
result-paid = { $name }: { $texts }, { $price }.
result-about = { $name }: { $texts }.
result-texts = Показать тексты
result-words = Показать все слова
result-compare = Сравнить с другими текстами
result-more = Ещё об этих текстах
result-dark = Тёмная картинка
result-light = Светлая картинка
result-gone = Этот результат больше не открыть: в Neuro-Semantic его уже нет, или он с другого аккаунта.
result-not-ready = Neuro-Semantic ещё разбирает этот запрос. Загляните через минуту.
classes-title = <b>Какие тексты показать?</b>
class-button = { $name }: { $told }
class-title = { $n ->
    [one] <b>{ $name }</b>: { $n } текст
    [few] <b>{ $name }</b>: { $n } текста
   *[many] <b>{ $name }</b>: { $n } текстов
}
class-text = <b>{ $n }.</b> { $text }
class-no-texts = Neuro-Semantic не присылает для этого тексты.
class-empty = Таких нет.
phrases-title = <b>Все слова и словосочетания</b>
phrase-line = { $text } · { $n }
compare-pick = <b>С каким результатом сравнить?</b>
compare-none = Другого результата этого вида пока нет. Пришлите другие тексты, разберите их так же, и тогда сравним.
compare-title = <b>Что изменилось сильнее всего:</b>
compare-line = { $name }: { $before } → { $after }
compare-same = <b>Практически одинаково.</b>
compare-about = { $name }: было { $before }, стало { $after }.
compare-before = было, { $date }
compare-after = стало, { $date }
past-title = { $n ->
    [one] <b>Ваш { $n } запрос.</b> Нажмите, чтобы открыть его снова.
    [few] <b>Ваши { $n } запроса.</b> Нажмите любой, чтобы открыть его снова.
   *[many] <b>Ваши { $n } запросов.</b> Нажмите любой, чтобы открыть его снова.
}
past-none = С этим аккаунтом ещё ничего не разбирали.
past-months = По месяцам
past-open = Прошлые результаты
months-title = <b>По месяцам</b>
month-line = { $month }: { $requests }, { $texts }, { $spent }
result-file = Вот ваш результат.
export-phrase = Слово или словосочетание
export-phrases = Слова
export-count = Количество
export-class = Класс
export-percent = Процент
export-text = Текст
export-author = Автор
export-when = Когда
export-summary = Итог
export-texts = Тексты

# The guide
discover-title = <b>Чем помочь?</b>
discover-songs = Разделить песню
discover-texts = Разобрать тексты
discover-themes = Сортировать по темам
discover-meaning = О чём песня?
about-songs = <b>Пришлите песню</b> или ссылку на неё, выберите, что нужно, и получите дорожки: вокал, барабаны, бас и другое. /separate работает и в группах.
about-texts = <b>Пересылайте сообщения, вставляйте тексты или присылайте файл.</b> Получите картинку с тональностью, эмоциями или частыми словами, сможете посмотреть тексты за каждой частью, сравнить две подборки и забрать всё в Excel.
about-themes = <b>Тема — это набор классов</b>, например цена, доставка, обслуживание. У каждого класса есть слова, по которым его узнают. Сделайте тему по нескольким примерам и разложите по ней сотни текстов.
about-meaning = <b>Пришлите песню и выберите «О чём песня?».</b> Слова будут записаны, и вы увидите на одной картинке их тональность и о чём они. Дальше с готовыми словами можно и по кнопке под ними.
command-discover = Что я умею
command-analyze = Разобрать тексты
command-themes = Ваши темы для сортировки текстов
