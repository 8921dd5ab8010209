# A song's words, and what they are about
done-wordless = <b>Done.</b> There are no words in this recording, so there is no text to send.
words-none = I found no words in <b>{ $title }</b>, so there is nothing to read. It may be an instrumental.
words-in-group = I read song texts in our private chat. Forward me the file there, or reply /analyze to it here.
