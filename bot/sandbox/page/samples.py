"""Things to forward in the demo: who wrote them, and what."""

SAMPLES = (
    {
        "origin": "hidden:Mira",
        "language": "en",
        "text": (
            "We played the whole set twice last night and nobody wanted to go home. "
            "I have not been this happy in months!"
        ),
    },
    {
        "origin": "hidden:Tom",
        "language": "en",
        "text": (
            "The rehearsal room is cold, the amplifier hums, and the drummer is late again. "
            "I am tired of paying for this."
        ),
    },
    {
        "origin": "channel:Tape & Tea",
        "language": "en",
        "text": (
            "New in the shop: a four-track recorder from 1984, serviced, with two reels. "
            "Come and hear it on Saturday."
        ),
    },
    {
        "origin": "hidden:Света",
        "language": "ru",
        "text": "Концерт был чудесный, зал пел вместе с нами, а я до сих пор улыбаюсь. Спасибо всем!",
    },
    {
        "origin": "hidden:Олег",
        "language": "ru",
        "text": "Опять перенесли запись, деньги за студию не вернули. Обидно и очень злит.",
    },
    {
        "origin": "chat:Соседи по репетиционной базе",
        "language": "ru",
        "text": "Завтра с десяти до часу отключат воду. Барабанщиков просят не стучать после девяти.",
    },
)
