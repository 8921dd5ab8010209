# Numbers of things
roubles = { $value } ₽
percent = { $value }%
texts-count = { $n ->
    [one] { $amount } text
   *[other] { $amount } texts
}
people-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
characters = { $n ->
    [one] { $amount } character
   *[other] { $amount } characters
}
requests-count = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}

# Gathered texts
basket-contents = <b>{ $texts }</b>, { $characters }.
basket-contents-people = <b>{ $texts }</b> from { $people }, { $characters }.
basket-ask = What would you like to know?
basket-link-first = To have them read, link your Neuro-Semantic account first. I keep your texts until then.
basket-adding = Send or forward more, a file will do as well. I put everything together for an hour, or until you press the button.
basket-adding-group = Reply /analyze to more messages. I put everything together for an hour, or until you press the button.
basket-enough = That is all
basket-add = Add more
basket-show = Show
basket-clear = Clear
basket-clear-sure = Shall I forget all of them?
basket-clear-yes = Yes, forget them
basket-cleared = All right, the texts are gone.
basket-gone = These texts are no longer here. Send them again, please.
basket-full = One collection holds { $most } texts and ten million characters. Have these read first, then send the rest.
basket-in-use = These texts are being read just now. Wait for the result, or stop it first.
basket-join = { $n ->
    [one] Add the { $amount } text from before
   *[other] Add the { $amount } texts from before
}
basket-remove = Remove { $n }
basket-text = <b>{ $n }.</b> <i>{ $about }</i>
    { $text }
analyze-how =
    <b>Forward me texts</b>, paste them, or send a file: TXT, CSV, Excel, Word or JSON, also Telegram's own chat export.

    I gather what comes together, and then you choose: their mood, their emotions, their frequent words, or sorting by your own themes. In a group, reply /analyze to a message.

# Kinds of analysis
calc-sentiment = Mood
calc-emcol = Emotions
calc-wordfreq = Frequent words
calc-classify = Sort by my themes
calc-price = { $name } ({ $price } a text)
calc-by-theme = Sorted by “{ $theme }”

# Files
file-ways = How shall I take the texts out of <b>{ $name }</b>?
file-columns = Which column of <b>{ $name }</b> has the texts?
way-whole = As one text
way-paragraphs = { $n ->
    [one] Each paragraph ({ $amount })
   *[other] Each paragraph ({ $amount })
}
way-lines = { $n ->
    [one] Each line ({ $amount })
   *[other] Each line ({ $amount })
}
way-column = { $name }: { $sample }
file-empty = <b>{ $name }</b> is empty. Please check it and send it again.
file-no-texts = I found no words in <b>{ $name }</b>.
file-binary = <b>{ $name }</b> is not a text, although its name says so. I read TXT, CSV, Excel, Word and JSON.
file-broken = I can't open <b>{ $name }</b>: it seems to be damaged. Please save it anew and send it again.
file-too-big = This file is bigger than the 20 MB Telegram lets bots fetch. Please send it in parts.
file-too-much = <b>{ $name }</b> is more than I can read: at most 100,000 rows and 200 columns. Please split it and send the parts.
file-gone = Telegram did not give me the file. Please send it again.

# Before Start
sort-ask = <b>Sort by which theme?</b>
sort-no-themes = You have no themes with classes yet. Make one first; it takes a minute.
order-analysis = <b>{ $name }</b>: { $texts }
order-parts = { $n ->
    [one] It goes out in { $n } part.
   *[other] It goes out in { $n } parts, and you get one result.
}
order-phrases = { $n ->
    [one] I show the { $n } most frequent word or phrase.
   *[other] I show the { $n } most frequent words and phrases.
}
order-too-dear = It costs { $price } and you have { $have }. Top up at neuro-semantic.ru, then come back to this message.
order-in-debt = Your balance is { $have }. Top up at neuro-semantic.ru, then come back to this message.
order-no-price = The price list says nothing about this kind. You have { $have }.
order-price-unknown = I could not ask for the price just now. Neuro-Semantic tells it in the result.
order-roubles = Costs { $price }.
order-roubles-have = { $price } of your { $have }.

# While it runs
reading-queued = Waiting for its turn: your account's other requests come first
reading-starting = Sending to Neuro-Semantic
reading-checking = The texts went out, but the answer got lost. I'm checking whether they were taken, so that you don't pay twice. No need to do anything.
reading-waiting = In the queue
reading-running = Reading your texts
reading-delivering = Drawing the picture
reading-retrying = Neuro-Semantic does not answer at the moment. Your texts are safe, I keep trying.
reading-slow = This takes longer than usual. I keep looking, and tell you as soon as it is ready.
reading-done = Done in { $time }.
reading-part = part { $part } of { $parts }
reading-too-long = { $n ->
    [one] Neuro-Semantic finds this too long. Nothing was charged.
   *[other] Neuro-Semantic finds this too long at once. Nothing was charged. It can go out in { $n } parts, and you get one result.
}
reading-in-parts = { $n ->
    [one] Send in { $n } part
   *[other] Send in { $n } parts
}
reading-unclear = The texts went to Neuro-Semantic, but the answer got lost, and I can't find out whether they were taken. If they were, the result is in your history: /analyze. You decide: a second try may cost once more.
reading-failed-secret = Neuro-Semantic no longer accepts your key. Nothing was charged. Link it again with /link, then press Try again.
reading-failed-secret-later = Neuro-Semantic no longer accepts your key, so I can't fetch the result. Link it again with /link, then open the result with the button below.
reading-failed-texts = The texts of this request are no longer here. Nothing was charged. Send them again, please.
reading-failed-balance = Your balance at Neuro-Semantic is not enough. Nothing was charged. Top up at neuro-semantic.ru, then press Try again.
reading-failed-invalid = Neuro-Semantic says something in this request is not right. Nothing was charged. Look at the texts and the theme, then try again.
reading-failed-length = Neuro-Semantic finds this too long. Send it in parts.
reading-failed-slow = There was no result within a day, so I stopped looking. The request has the number { $id }; open it later from your history: /analyze.
reading-failed-gone = Neuro-Semantic took the request { $id }, but no longer knows it, so there is no result. Look in /account whether it was charged. Your texts are still here: /analyze.
reading-failed-empty = Neuro-Semantic finished the request { $id }, but sent no result. It may turn up in your history later; if it does not, write to neuro-semantic.ru with this number.
reading-failed-ended = Neuro-Semantic ended the request { $id } without a result (state { $code }). Look in /account whether it was charged; if it was, write to neuro-semantic.ru with this number.
reading-failed-ours = Something broke on my side ({ $code }), several times in a row, so I stopped. Neuro-Semantic has your texts, and the result is in your history: /analyze. Send this code to whoever runs this bot.
neuro-says = Neuro-Semantic says: <i>{ $message }</i>
neuro-invalid = Neuro-Semantic did not accept that, and nothing was changed. It may be gone already; please open the list again.
neuro-link-first = Link your Neuro-Semantic account first: /link.
cancelled-texts-free = Nothing went out, so nothing was charged.
cancelled-texts-running = Neuro-Semantic can't take a request back, so this one is paid for. The result will be in your history: /analyze.
cancelled-texts-unknown = If Neuro-Semantic took the texts, the result is in your history: /analyze.

# Results
class-none = Not recognised
mood-very-good = Very positive
mood-good = Positive
mood-neutral = Neutral
mood-bad = Negative
mood-very-bad = Very negative
feeling-joy = Joy
feeling-sadness = Sadness
feeling-anger = Anger
feeling-fear = Fear
feeling-surprise = Surprise
feeling-disgust = Disgust
feeling-trust = Trust
feeling-anticipation = Anticipation
feeling-love = Love
feeling-shame = Shame
feeling-interest = Interest
feeling-calm = Calm
feeling-neutral = Neutral
chart-more = and { $n } more
summary-nothing = Nothing was found in these texts.
summary-good = <b>Mostly positive.</b>
summary-bad = <b>Mostly negative.</b>
summary-mixed = <b>Opinions differ.</b>
summary-calm = <b>Mostly matter-of-fact.</b>
summary-moods = Of { $all }: { $good } positive, { $neutral } neutral, { $bad } negative.
summary-moods-shares = { $good } positive, { $neutral } neutral, { $bad } negative.
summary-one-good = { $n ->
    [one] The positive one: <i>{ $text }</i>
   *[other] One of the { $n } positive ones: <i>{ $text }</i>
}
summary-one-bad = { $n ->
    [one] The negative one: <i>{ $text }</i>
   *[other] One of the { $n } negative ones: <i>{ $text }</i>
}
summary-rest = { $n ->
    [one] { $amount } text fits nowhere.
   *[other] { $amount } texts fit nowhere.
}
summary-none = <b>Nothing fits.</b>
summary-top = <b>Most often: { $name }</b>, { $part } of { $all }.
summary-top-share = <b>Most of all: { $name }</b>, { $part }.
summary-then = Next: { $names }.
summary-words = { $n ->
    [one] <b>Most frequent:</b> { $names }.
   *[other] <b>Most frequent:</b> { $names }.
}
summary-long = Your result is in the picture; the buttons show more.
result-paid = { $name }: { $texts }, { $price }.
result-about = { $name }: { $texts }.
result-texts = Show the texts
result-words = Show all words
result-compare = Compare with other texts
result-more = More about these texts
result-dark = Dark picture
result-light = Light picture
result-gone = This result can't be opened any more: Neuro-Semantic has it no longer, or it belongs to another account.
result-not-ready = Neuro-Semantic is still working on this one. Look again in a minute.
classes-title = <b>Which texts shall I show?</b>
class-button = { $name }: { $told }
class-title = { $n ->
    [one] <b>{ $name }</b>: { $n } text
   *[other] <b>{ $name }</b>: { $n } texts
}
class-text = <b>{ $n }.</b> { $text }
class-no-texts = Neuro-Semantic sends no texts for this.
class-empty = There are none.
phrases-title = <b>All words and phrases</b>
phrase-line = { $text } · { $n }
compare-pick = <b>Compare with which result?</b>
compare-none = There is no other result of this kind yet. Send other texts, have them read the same way, then compare.
compare-title = <b>What changed most:</b>
compare-line = { $name }: { $before } → { $after }
compare-same = <b>Practically the same.</b>
compare-about = { $name }: { $before } before, { $after } after.
compare-before = before, { $date }
compare-after = after, { $date }
past-title = { $n ->
    [one] <b>Your only request so far.</b> Press it to open it again.
   *[other] <b>Your { $n } requests.</b> Press one to open it again.
}
past-none = Nothing has been read with this account yet.
past-months = By month
past-open = Earlier results
months-title = <b>By month</b>
month-line = { $month }: { $requests }, { $texts }, { $spent }
result-file = Here is your result.
export-phrase = Word or phrase
export-phrases = Words
export-count = Count
export-class = Class
export-percent = Percent
export-text = Text
export-author = Author
export-when = When
export-summary = Summary
export-texts = Texts

# The guide
discover-title = <b>What can I do for you?</b>
discover-songs = Split a song
discover-texts = Read texts
discover-themes = Sort by my themes
discover-meaning = What is a song about?
about-songs = <b>Send a song</b>, or a link to it, choose what you need, and get its stems: vocals, drums, bass and more. /separate works in groups, too.
about-texts = <b>Forward messages, paste texts or send a file.</b> You get a picture of their mood, their emotions or their frequent words, and can look at the texts behind each part, compare two collections, and take it all along as Excel.
about-themes = <b>A theme is a set of classes</b>, such as price, delivery, service. Each class has words that point at it. Make one from a few examples, then sort hundreds of texts with it.
about-meaning = <b>Send a song and choose “What is it about?”.</b> Its words are written down, and you see their mood and what they are about in one picture. The words of any song go on by their button, too.
command-discover = What I can do for you
command-analyze = Have texts read
command-themes = Your themes for sorting texts
