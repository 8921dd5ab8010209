# Browsing
themes-title = <b>Ваши темы</b>
themes-hint = Нажмите, чтобы открыть.
themes-none = Здесь пока пусто. Быстрее всего начать с примеров.
themes-manage = Мои темы
themes-in-private = Темы только ваши, поэтому посмотрим их в личном чате: /themes.
theme-system = { $name } (готовая)
theme-gone = Этой темы больше нет.
theme-not-yours = Это тема самого Neuro-Semantic. Сначала скопируйте её и меняйте копию.
theme-empty = В этой теме пока нет классов, сортировать не по чему. Сначала добавьте класс.
folder-gone = Этой папки больше нет.
class-gone = Этот класс изменился или исчез. Откройте тему заново.
class-exists = В этой теме уже есть класс <b>{ $name }</b>.
folder-title = <b>{ $name }</b>
folder-new = Новая папка
folder-button = Папка: { $name }
folder-root = Все темы
folder-ask-name = Как назвать папку?
folder-delete-sure = Удалить папку <b>{ $name }</b> со всем содержимым?
folder-delete-really = Точно? Все темы из <b>{ $name }</b> пропадут навсегда.

# A theme
theme-new = Новая тема
theme-by-examples = По примерам
theme-import = Из файла
theme-title = <b>{ $name }</b>
theme-descr = <i>{ $text }</i>
theme-is-system = Готовая тема: попробуйте её или скопируйте, чтобы менять.
theme-classes = { $n ->
    [0] Классов пока нет.
    [one] { $n } класс. Нажмите, чтобы увидеть слова.
    [few] { $n } класса. Нажмите любой, чтобы увидеть слова.
   *[many] { $n } классов. Нажмите любой, чтобы увидеть слова.
}
theme-describe = Описать
theme-move = Перенести
theme-test = Проверить на тексте
theme-test-paid = Спросить Neuro-Semantic
theme-test-again = Проверить другой текст
theme-copy = Скопировать себе
theme-ask-title = Как назвать тему?
theme-ask-descr = Напишите в паре предложений, для чего эта тема.
theme-ask-file = Пришлите тему файлом JSON, CSV или Excel. В таблице столбцы: класс, описание, слова, точные слова, стоп-слова.
theme-ask-text = Пришлите или перешлите текст, и я скажу, куда он попал бы. Это бесплатно.
theme-file-caption = Тема <b>{ $name }</b>. Вернуть её можно кнопкой «Из файла».
theme-file-wrong = В этом файле нет классов. Сохраните какую-нибудь тему в файл, чтобы увидеть, как он выглядит.
theme-too-many-classes = В теме может быть не больше { $most } классов.
theme-delete-sure = { $n ->
    [0] Удалить тему <b>{ $name }</b>?
    [one] Удалить тему <b>{ $name }</b>, в ней { $n } класс?
    [few] Удалить тему <b>{ $name }</b>, в ней { $n } класса?
   *[many] Удалить тему <b>{ $name }</b>, в ней { $n } классов?
}
theme-delete-really = { $n ->
    [0] Точно? Вернуть не получится.
    [one] Точно? <b>{ $name }</b> и { $n } класс в ней вернуть не получится.
    [few] Точно? <b>{ $name }</b> и { $n } класса в ней вернуть не получится.
   *[many] Точно? <b>{ $name }</b> и { $n } классов в ней вернуть не получится.
}
theme-deleted = Темы <b>{ $name }</b> больше нет.
theme-move-ask = Куда перенести <b>{ $name }</b>?
theme-move-yes = Да, перенести
theme-move-sure = Neuro-Semantic не умеет переносить темы, поэтому я заново создам <b>{ $name }</b> в <b>{ $folder }</b> и удалю старую. Делаем?
theme-moved-twice = <b>{ $name }</b> уже на новом месте. Удалить старую Neuro-Semantic не дал, так что пока их, возможно, две: удалите, пожалуйста, старую сами.
theme-move-differs = Neuro-Semantic сохранил на новом месте не всё из <b>{ $name }</b>, поэтому старую тему я не трогал. Сравните обе и удалите лишнюю.

# A class and its words
class-add = Добавить класс
class-by-examples = Класс по примерам
class-words = { $name } ({ $n })
class-of-theme = <b>{ $name }</b>, класс темы «{ $theme }»
class-ask-title = Как назвать класс?
class-delete-sure = Удалить класс <b>{ $name }</b> вместе со словами?
listed-words = Слова: { $words }
listed-strict = Точные слова: { $words }
listed-stop = Стоп-слова: { $words }
edit-words = Слова
edit-strict = Точные слова
edit-stop = Стоп-слова
ask-words = Какие слова указывают на этот класс? Подходит любая форма слова.
ask-strict = Какие слова считаются только в точности так, как написаны?
ask-stop = Какие слова исключают текст из этого класса?
ask-words-how = Пришлите через запятую; с минусом впереди слово убирается: <i>курьер, посылка, -цена</i>
button-rename = Переименовать
button-delete = Удалить
delete-yes = Да, удалить

# By examples
examples-ask-title = О чём будут примеры? Это станет названием.
examples-ask = { $n ->
    [0] Теперь перешлите или вставьте три текста на тему <b>{ $name }</b>, можно больше.
    [one] Перешлите или вставьте ещё тексты на тему <b>{ $name }</b>.
    [few] Перешлите или вставьте ещё тексты на тему <b>{ $name }</b>.
   *[many] Перешлите или вставьте ещё тексты на тему <b>{ $name }</b>.
}
examples-more = { $n ->
    [0] Примеров пока нет.
    [one] { $n } пример для <b>{ $name }</b>. Лучше три и больше.
    [few] { $n } примера для <b>{ $name }</b>. Пришлите ещё или нажмите кнопку.
   *[many] { $n } примеров для <b>{ $name }</b>. Пришлите ещё или нажмите кнопку.
}
examples-enough = Показать слова
examples-too-short = В этих текстах слишком мало слов. Пришлите подлиннее.
examples-words = { $n ->
    [0] Какие слова относятся к теме <b>{ $name }</b>? Отметьте их.
    [one] Какие слова относятся к теме <b>{ $name }</b>? Отмечено { $n }.
    [few] Какие слова относятся к теме <b>{ $name }</b>? Отмечено { $n }.
   *[many] Какие слова относятся к теме <b>{ $name }</b>? Отмечено { $n }.
}
examples-create = Создать
examples-forgotten = Хорошо, ничего не создаю.

# Trying a theme
guess-best = <b>Это попало бы в «{ $name }».</b>
guess-none = <b>Ни у одного класса нет слов, которые подходят к этому тексту.</b>
guess-line = { $name }: { $words }
guess-stopped = { $name }: исключено словами { $words }
guess-honest = <i>Это моя прикидка по словам. Neuro-Semantic может решить иначе.</i>
