# Слова песни и то, о чём они
done-wordless = <b>Готово.</b> В этой записи нет слов, поэтому и отправлять нечего.
words-none = В <b>{ $title }</b> не нашлось слов, так что читать нечего. Возможно, это инструментал.
words-in-group = Тексты песен я читаю в личном чате. Перешлите мне файл туда или ответьте на него здесь командой /analyze.

# О чём она?
goal-meaning = О чём песня?
verses-count = { $n ->
    [one] { $amount } куплет
    [few] { $amount } куплета
   *[many] { $amount } куплетов
}
meaning-step-words = <b>1.</b> { $name } записывает слова.
meaning-step-mood = <b>2.</b> Neuro-Semantic определяет тональность каждого куплета.
meaning-step-themes = <b>3.</b> И раскладывает куплеты по теме «{ $theme }».
meaning-themes-none = Тем у вас пока нет, поэтому будет только тональность. Создать тему можно через /themes.
meaning-cost = В Neuro-Semantic это стоит не больше { $price }.
meaning-cost-have = В Neuro-Semantic это стоит не больше { $price }, у вас { $have }.
meaning-verses = Вы платите только за те куплеты, которые есть, и не больше чем за { $n }.
meaning-too-dear = В Neuro-Semantic это может стоить { $price }, а у вас { $have }. Пополните счёт на neuro-semantic.ru или обойдитесь без тем.
meaning-link = Слова читает Neuro-Semantic. Подключите там аккаунт, и продолжим прямо с этого места.
meaning-theme-button = Тема: { $name }
meaning-no-theme = Только тональность
meaning-pick-theme = <b>По какой теме разложить куплеты?</b>
meaning-now = <b>{ $what }</b> · { $verses }
meaning-paid = { $verses }, { $price }.
meaning-mood = Тональность подробно
meaning-themes = Темы подробно
meaning-words-stay = Слова остаются здесь, в чате.
meaning-no-words = <b>Готово, но читать нечего: слов нет.</b> Похоже, это инструментал. В Neuro-Semantic ничего не списано.
meaning-words-wait = <b>Слова уже здесь.</b> Neuro-Semantic больше не принимает ваш ключ, поэтому они ждут. Подключите его заново и нажмите «Дальше».
meaning-go-on = Дальше
meaning-unread = <b>Слова есть в чате,</b> но файл мне больше не открыть. Скопируйте текст и пришлите его мне, тогда прочту.
cancelled-words = Слова здесь, в чате. В Neuro-Semantic ничего не ушло, и ничего там не списано.
