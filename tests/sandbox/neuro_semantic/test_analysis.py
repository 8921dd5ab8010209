"""The stand-in's analysis makes sense on sentences that people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.neuro_semantic import associations
from bot.sandbox.neuro_semantic.analysis.calculate import by_emotion, by_sentiment, by_theme
from bot.sandbox.neuro_semantic.analysis.emotions import emotion_class
from bot.sandbox.neuro_semantic.analysis.frequency import frequencies
from bot.sandbox.neuro_semantic.analysis.language import stem
from bot.sandbox.neuro_semantic.analysis.sentiment import sentiment, sentiment_class
from bot.sandbox.neuro_semantic.analysis.sorting import best_entity, rule_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Замечательный магазин, всё пришло вовремя, спасибо!", "Очень позитивная"),
        ("Товар хороший, рекомендую", "Позитивная"),
        ("Это совсем не плохо", "Позитивная"),
        ("Поезд отправляется в 10:30 с третьего пути.", "Нейтральная"),
        ("Мне не понравилось, обслуживание плохое", "Негативная"),
        ("Ужасное качество, сломалось на второй день.", "Очень негативная"),
        ("I love this phone, it is amazing", "Очень позитивная"),
        ("The food was tasty and the staff friendly", "Позитивная"),
        ("It is a table.", "Нейтральная"),
        ("I don't like it", "Негативная"),
        ("The delivery was not good at all", "Негативная"),
        ("Worst service ever, I hate it", "Очень негативная"),
        ("😡", "Очень негативная"),
        ("12345 !!!", None),
        ("", None),
    ],
)
def test_sentiment(text: str, title: str | None) -> None:
    assert sentiment_class(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Мы смеялись и танцевали, так весело!", "Радость"),
        ("Мне грустно и одиноко, я плачу", "Печаль"),
        ("Меня бесит это хамство!", "Гнев"),
        ("Я боюсь, что случится что-то страшное", "Страх"),
        ("Какой неожиданный сюрприз!", "Удивление"),
        ("Мерзкий запах, меня тошнит", "Отвращение"),
        ("Я доверяю этим честным людям", "Доверие"),
        ("Надеемся и ждём завтра", "Ожидание"),
        ("I am so scared of the threat", "Страх"),
        ("She cried, lonely and sad", "Печаль"),
        ("I am not afraid", None),
        ("It is a table.", None),
    ],
)
def test_emotional_colouring(text: str, title: str | None) -> None:
    assert emotion_class(text) == title


def test_words_and_phrases_are_counted_over_their_forms() -> None:
    texts = ["Быстрая доставка, доставка!", "Мне нужна быстрой доставки скорость", "и в на"]
    found = {each.phrase: (each.count, each.texts) for each in frequencies(texts, 10)}
    assert found["доставка"] == (3, 2)
    assert found["быстрая доставка"] == (2, 2)
    assert "мне" not in found
    assert frequencies(texts, 1)[0].phrase == "доставка"


@pytest.mark.parametrize(
    ("one", "other"),
    [("курьер", "курьера"), ("доставка", "доставки"), ("walked", "walking"), ("ещё", "еще")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_theme_sorts_by_associations_strict_words_and_stop_words() -> None:
    rules = [
        rule_of({"title": "Доставка", "associations": associations(["доставка", "курьер"])}),
        rule_of({"title": "Банк", "associations": associations(["банк"], ["ВТБ"], ["банка"])}),
        rule_of({"title": "Список", "associations": ["музыка"]}),
        rule_of({"title": "Текст", "associations": "кошка, рыжая собака"}),
        rule_of({"title": "Ничего", "associations": None}),
    ]
    assert best_entity("Курьеры опоздали с доставкой", rules) == "Доставка"
    assert best_entity("Пошёл в ВТБ", rules) == "Банк"
    assert best_entity("В банке дали кредит", rules) == "Банк"
    assert best_entity("Банка огурцов из банка", rules) is None
    assert best_entity("Люблю музыку", rules) == "Список"
    assert best_entity("Рыжие собаки", rules) == "Текст"
    assert best_entity("Рыжие дома", rules) is None


@given(st.lists(st.text(max_size=60), max_size=20))
def test_no_text_is_lost_or_counted_twice(texts: list[str]) -> None:
    theme = {"title": "Т", "entities": [{"title": "А", "associations": ["а", "the"]}]}
    for result in (by_sentiment(texts), by_emotion(texts), by_theme(theme, texts)):
        sorted_texts = [text for entity in result["entities"] for text in entity["texts"]]
        assert sorted(sorted_texts) == sorted(texts)
        assert sum(entity["texts_amount"] for entity in result["entities"]) == len(texts)
        assert result["entities"][-1]["title"] == "Не распознано"


@given(st.text())
def test_a_sentiment_is_a_number_between_bounds(text: str) -> None:
    score = sentiment(text)
    assert score is None or -1.5 <= score <= 1.5
