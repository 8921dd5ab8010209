# La letra de una canción y de qué trata
done-wordless = <b>Listo.</b> En esta grabación no hay palabras, así que no hay texto que enviar.
words-none = No encontré palabras en <b>{ $title }</b>, así que no hay nada que leer. Quizá sea instrumental.
words-in-group = Las letras las leo en nuestro chat privado. Reenvíame allí el archivo o respóndele aquí con /analyze.

# ¿De qué trata?
goal-meaning = De qué trata
verses-count = { $n ->
    [one] { $amount } estrofa
   *[other] { $amount } estrofas
}
meaning-step-words = <b>1.</b> { $name } escribe la letra.
meaning-step-mood = <b>2.</b> Neuro-Semantic lee el tono de cada estrofa.
meaning-step-themes = <b>3.</b> Y ordena las estrofas por el tema «{ $theme }».
meaning-themes-none = Aún no tienes temas, así que será solo el tono. Crea uno con /themes.
meaning-cost = En Neuro-Semantic cuesta como mucho { $price }.
meaning-cost-have = En Neuro-Semantic cuesta como mucho { $price }; tienes { $have }.
meaning-verses = Pagas por las estrofas que haya, { $n } como mucho.
meaning-too-dear = En Neuro-Semantic puede costar { $price } y tienes { $have }. Recarga en neuro-semantic.ru o prescinde de los temas.
meaning-link = La letra la lee Neuro-Semantic. Vincula tu cuenta y seguimos justo aquí.
meaning-theme-button = Tema: { $name }
meaning-no-theme = Solo el tono
meaning-pick-theme = <b>¿Por qué tema ordeno las estrofas?</b>
meaning-now = <b>{ $what }</b> · { $verses }
meaning-paid = { $verses }, { $price }.
meaning-mood = Tono en detalle
meaning-themes = Temas en detalle
meaning-words-stay = La letra se queda aquí en el chat.
meaning-no-words = <b>Listo, y no hay letra que leer.</b> Parece instrumental. En Neuro-Semantic no se cobró nada.
meaning-words-wait = <b>La letra ya está aquí.</b> Neuro-Semantic ya no acepta tu clave, así que espera. Vincúlala de nuevo y pulsa Seguir.
meaning-go-on = Seguir
meaning-unread = <b>La letra está en el chat,</b> pero ya no puedo abrir el archivo. Copia el texto y envíamelo, y lo leo.
cancelled-words = La letra está aquí en el chat. A Neuro-Semantic no se envió nada, así que allí no se cobró nada.
