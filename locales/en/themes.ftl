# Browsing
themes-title = <b>Your themes</b>
themes-hint = Press one to open it.
themes-none = There is nothing here yet. The quickest way to begin: By examples.
themes-manage = My themes
themes-in-private = Themes are yours alone, so let us look at them in our private chat: /themes.
theme-system = { $name } (ready-made)
theme-gone = This theme is no longer there.
theme-not-yours = This theme belongs to Neuro-Semantic. Copy it first, then change the copy.
theme-empty = This theme has no classes yet, so there is nothing to sort by. Add one first.
folder-gone = This folder is no longer there.
class-gone = This class has changed or is gone. Please open the theme again.
class-exists = This theme already has a class <b>{ $name }</b>.
folder-title = <b>{ $name }</b>
folder-new = New folder
folder-button = Folder: { $name }
folder-root = All themes
folder-ask-name = What shall I call the folder?
folder-delete-sure = Delete the folder <b>{ $name }</b> with everything in it?
folder-delete-really = Really? All themes in <b>{ $name }</b> go for good.

# A theme
theme-new = New theme
theme-by-examples = By examples
theme-import = From a file
theme-title = <b>{ $name }</b>
theme-descr = <i>{ $text }</i>
theme-is-system = A ready-made theme: try it, or copy it to change it.
theme-classes = { $n ->
    [0] It has no classes yet.
    [one] { $n } class. Press it to see its words.
   *[other] { $n } classes. Press one to see its words.
}
theme-describe = Describe
theme-move = Move
theme-test = Try on a text
theme-test-paid = Ask Neuro-Semantic
theme-test-again = Try another text
theme-copy = Copy to mine
theme-ask-title = What shall I call the theme?
theme-ask-descr = Write in a sentence or two what the theme is for.
theme-ask-file = Send the theme as a JSON, CSV or Excel file. A table has the columns class, description, words, exact words, stop words.
theme-ask-text = Send or forward a text, and I tell you where it would go. This costs nothing.
theme-file-caption = The theme <b>{ $name }</b>. Send it back with From a file.
theme-file-wrong = I found no classes in this file. Export a theme to see how such a file looks.
theme-too-many-classes = A theme may have { $most } classes at most.
theme-delete-sure = { $n ->
    [0] Delete the theme <b>{ $name }</b>?
    [one] Delete the theme <b>{ $name }</b> with { $n } class?
   *[other] Delete the theme <b>{ $name }</b> with { $n } classes?
}
theme-delete-really = { $n ->
    [0] Really? It can't be brought back.
    [one] Really? <b>{ $name }</b> and its { $n } class can't be brought back.
   *[other] Really? <b>{ $name }</b> and its { $n } classes can't be brought back.
}
theme-deleted = <b>{ $name }</b> is gone.
theme-move-ask = Where shall <b>{ $name }</b> go?
theme-move-yes = Yes, move it
theme-move-sure = Neuro-Semantic can't move themes, so I make <b>{ $name }</b> anew in <b>{ $folder }</b> and then delete the old one. Shall I?
theme-moved-twice = <b>{ $name }</b> is in its new place. Neuro-Semantic did not let me delete the old one, so for now there may be two: please delete the old one yourself.
theme-move-differs = Neuro-Semantic did not keep all of <b>{ $name }</b> in the new place, so I left the old one as it is. Compare the two, then delete the one you don't need.

# A class and its words
class-add = Add a class
class-by-examples = Class by examples
class-words = { $name } ({ $n })
class-of-theme = <b>{ $name }</b>, a class of { $theme }
class-ask-title = What shall I call the class?
class-delete-sure = Delete the class <b>{ $name }</b> with its words?
listed-words = Words: { $words }
listed-strict = Exact words: { $words }
listed-stop = Stop words: { $words }
edit-words = Words
edit-strict = Exact words
edit-stop = Stop words
ask-words = Which words point to this class? Any form of a word counts.
ask-strict = Which words count only exactly as written?
ask-stop = Which words rule a text out of this class?
ask-words-how = Send them with commas between; a minus in front takes a word out: <i>courier, parcel, -price</i>
button-rename = Rename
button-delete = Delete
delete-yes = Yes, delete

# By examples
examples-ask-title = What are the examples about? This becomes the name.
examples-ask = { $n ->
    [0] Now forward or paste three texts about <b>{ $name }</b>, or more.
    [one] Now forward or paste more texts about <b>{ $name }</b>.
   *[other] Now forward or paste more texts about <b>{ $name }</b>.
}
examples-more = { $n ->
    [0] No example yet.
    [one] { $n } example for <b>{ $name }</b>. Three or more work best.
   *[other] { $n } examples for <b>{ $name }</b>. Send more, or press the button.
}
examples-enough = Show the words
examples-too-short = There are too few words in these texts. Send longer ones.
examples-words = { $n ->
    [0] Which words are about <b>{ $name }</b>? Tick them.
    [one] Which words are about <b>{ $name }</b>? { $n } is ticked.
   *[other] Which words are about <b>{ $name }</b>? { $n } are ticked.
}
examples-create = Create
examples-forgotten = All right, I made nothing.

# Trying a theme
guess-best = <b>This would go to { $name }.</b>
guess-none = <b>No class has words that fit this text.</b>
guess-line = { $name }: { $words }
guess-stopped = { $name }: ruled out by { $words }
guess-honest = <i>This is my own guess by the words. Neuro-Semantic may decide otherwise.</i>
