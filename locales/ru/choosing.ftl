# Несколько песен, только слова, вторая песня
song-none-title = Только из слов
songs-count = { $n ->
    [one] { $n } песня
    [few] { $n } песни
   *[many] { $n } песен
}
songs-title = { $n ->
    [one] <b>{ $n } песня</b>
    [few] <b>{ $n } песни</b>
   *[many] <b>{ $n } песен</b>
}
songs-item = – { $title }
songs-more = и ещё { $n }
reference-ask = <b>{ $name }</b> сделает вашу песню похожей по звучанию на другую. Теперь пришлите эту другую песню.
create-ask = <b>Звук из слов.</b> Какой алгоритм взять?
create-none = Сейчас MVSEP не предлагает для этого ни одного алгоритма.

# Карточка и списки
card-same = Как в прошлый раз: { $name }, { $format }
goal-text = Речь в текст
search-button = Найти по имени или инструменту
search-again = Искать снова
search-ask = Напишите название, инструмент или номер, например <i>гитара</i>, <i>Roformer</i> или <i>40</i>.
sort-p = Популярные
sort-r = С лучшими оценками
sort-f = Избранные
sort-h = Недавние
list-title-p = <b>Популярные алгоритмы</b>
list-title-r = <b>Алгоритмы с лучшими оценками</b>
list-title-f = <b>Ваши избранные</b>
list-title-h = <b>Чем вы пользовались недавно</b>
list-title-s = <b>Нашлось по запросу «{ $query }»</b>
list-empty-p = Каталог сейчас пуст.
list-empty-r = Оценок пока слишком мало.
list-empty-f = Избранных пока нет. Откройте алгоритм и нажмите «В избранное».
list-empty-h = Вы ещё не пользовались алгоритмами.
list-empty-s = По запросу «{ $query }» ничего не нашлось. Попробуйте другое слово, например инструмент.

# Заказ
order-description = <i>{ $text }</i>
order-rating = Оценка { $rating } из 5, голосов: { $votes } · запусков в этом месяце: { $n }
order-used = Запусков в этом месяце: { $n }
order-beside = И ещё: { $name }
order-free = На вашем бесплатном тарифе это ничего не стоит.
order-price-have = { $n ->
    [one] Стоит { $n } кредит, у вас { $have }.
    [few] Стоит { $n } кредита, у вас { $have }.
   *[many] Стоит { $n } кредитов, у вас { $have }.
}
order-start-anyway = Запустить всё равно
order-star = В избранное
order-unstar = Убрать из избранного
order-about = Подробнее
order-compare = Сравнить с другим
order-save = Сохранить набор
about-none = Больше MVSEP об этом алгоритме ничего не говорит.
format-size = { $name } · { $size }
gate-size = Ваш тариф принимает файлы до { $limit } МБ. Пришлите файл поменьше или включите премиум на mvsep.com.
gate-length = Ваш тариф принимает записи до { $limit } минут. Пришлите запись покороче или включите премиум на mvsep.com.
gate-premium = Этот алгоритм доступен только с премиум-тарифом. Выберите другой или включите премиум на mvsep.com.
gate-format = Этот формат доступен только с премиум-тарифом. Выберите MP3, M4A, WAV 16 бит или FLAC 16 бит.
gate-credits = Нужно кредитов: { $price }, у вас { $have }. Пополните счёт на mvsep.com или выберите алгоритм подешевле.
gate-one-by-one = Ваш тариф берёт по одной песне, поэтому они пойдут одна за другой.
gate-daily = Сегодня вы запустили песен: { $n }; бесплатный тариф допускает около { $limit } в день.

# Наборы
presets-button = Мои наборы ({ $n })
presets-title = <b>Ваши наборы</b>
presets-none = Наборов пока нет. Выберите алгоритм и нажмите «Сохранить набор».
preset-ask-name = Как его назвать? Напишите короткое имя.
preset-saved = Сохранено: <b>{ $name }</b>.
preset-title =
    <b>{ $name }</b>
    { $algorithm }

    Кто откроет эту ссылку, получит копию:
    { $link }
preset-use = Взять
preset-rename = Переименовать
preset-delete = Удалить
preset-keep = Добавить в мои наборы
preset-shared = С вами делятся набором: <b>{ $name }</b>, { $algorithm }.
preset-gone = Этого набора больше нет.
preset-too-many = Наборов уже { $n }. Сначала удалите один.

# Команда целиком
command-algorithm = Алгоритма { $number } нет. Ответьте /separate на песню и загляните в «Другие алгоритмы».
command-format = Формата { $given } я не знаю. Подойдут: { $allowed }.
command-option = { $given } здесь не подходит. Подойдут: { $allowed }.
command-value = Для { $name } значение { $given } не подходит. Подойдут: { $allowed }.

# Несколько заданий
batch-title = <b>Готово { $done } из { $all }</b>
batch-failed = { $n ->
    [one] Одна не получилась; почему, я уже написал.
    [few] { $n } не получились; почему, я уже написал.
   *[many] { $n } не получились; почему, я уже написал.
}
batch-line = { $title } · { $state }
batch-done = готово
batch-failed-state = не получилось
batch-cancelled = остановлено
batch-unclear = решать вам
batch-cancel = Остановить все
link-folder = Это ссылка на папку. Пришлите, пожалуйста, ссылку на один файл из неё.
link-mega-key = В этой ссылке MEGA нет ключа. Скопируйте её вместе с ключом (в середине стоит #).
