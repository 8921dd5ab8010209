# La letra de una canción y de qué trata
done-wordless = <b>Listo.</b> En esta grabación no hay palabras, así que no hay texto que enviar.
words-none = No encontré palabras en <b>{ $title }</b>, así que no hay nada que leer. Quizá sea instrumental.
words-in-group = Las letras las leo en nuestro chat privado. Reenvíame allí el archivo o respóndele aquí con /analyze.
