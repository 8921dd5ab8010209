# A song's words, and what they are about
done-wordless = <b>Done.</b> There are no words in this recording, so there is no text to send.
words-none = I found no words in <b>{ $title }</b>, so there is nothing to read. It may be an instrumental.
words-in-group = I read song texts in our private chat. Forward me the file there, or reply /analyze to it here.

# What is it about?
goal-meaning = What is it about?
verses-count = { $n ->
    [one] { $amount } verse
   *[other] { $amount } verses
}
meaning-step-words = <b>1.</b> { $name } writes down the words.
meaning-step-mood = <b>2.</b> Neuro-Semantic reads the mood of every verse.
meaning-step-themes = <b>3.</b> And sorts the verses by the theme “{ $theme }”.
meaning-themes-none = You have no themes yet, so it will be the mood alone. Make one with /themes.
meaning-cost = At Neuro-Semantic it costs { $price } at most.
meaning-cost-have = At Neuro-Semantic it costs { $price } at most; you have { $have }.
meaning-verses = You pay for the verses there are, { $n } at most.
meaning-too-dear = At Neuro-Semantic it may cost { $price }, and you have { $have }. Top up at neuro-semantic.ru, or leave the themes out.
meaning-link = The words are read by Neuro-Semantic. Link your account there, and we go on right here.
meaning-theme-button = Theme: { $name }
meaning-no-theme = Mood alone
meaning-pick-theme = <b>Sort the verses by which theme?</b>
meaning-now = <b>{ $what }</b> · { $verses }
meaning-paid = { $verses }, { $price }.
meaning-mood = Mood in detail
meaning-themes = Themes in detail
meaning-words-stay = The words stay here in the chat.
meaning-no-words = <b>Done, and there are no words to read.</b> It seems to be an instrumental. Nothing was charged at Neuro-Semantic.
meaning-words-wait = <b>The words are here.</b> Neuro-Semantic no longer takes your key, so they wait to be read. Link it again, then press Go on.
meaning-go-on = Go on
meaning-unread = <b>The words are in the chat,</b> but I can't open the file any more. Copy the text and send it to me, then I read it.
cancelled-words = The words are here in the chat. Nothing went to Neuro-Semantic, so nothing was charged there.
