"""Short descriptions of the algorithms in four languages, made from what they give out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

LANGUAGES = ("en", "ru", "es", "uz")

_TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "stems": {
        "en": "Splits a song into: {stems}.",
        "ru": "Делит песню на части: {stems}.",
        "es": "Divide una canción en: {stems}.",
        "uz": "Qo‘shiqni qismlarga ajratadi: {stems}.",
    },
    "text": {
        "en": "Writes down what is said or sung.",
        "ru": "Записывает текстом то, что говорят или поют.",
        "es": "Escribe lo que se dice o se canta.",
        "uz": "Aytilgan yoki kuylangan so‘zlarni matnga aylantiradi.",
    },
    "midi": {
        "en": "Turns a performance into MIDI notes.",
        "ru": "Превращает исполнение в ноты MIDI.",
        "es": "Convierte una interpretación en notas MIDI.",
        "uz": "Ijroni MIDI notalariga aylantiradi.",
    },
    "generate": {
        "en": "Makes a sound from a description.",
        "ru": "Создаёт звук по описанию.",
        "es": "Crea un sonido a partir de una descripción.",
        "uz": "Tavsif bo‘yicha tovush yaratadi.",
    },
    "speak": {
        "en": "Speaks a text aloud.",
        "ru": "Произносит текст вслух.",
        "es": "Lee un texto en voz alta.",
        "uz": "Matnni ovoz chiqarib o‘qiydi.",
    },
    "match": {
        "en": "Makes one track sound like another.",
        "ru": "Подгоняет звучание одной записи под другую.",
        "es": "Hace que una pista suene como otra.",
        "uz": "Bir yozuvni boshqasiga o‘xshatib sozlaydi.",
    },
    "restore": {
        "en": "Cleans or improves a recording: {stems}.",
        "ru": "Очищает или улучшает запись: {stems}.",
        "es": "Limpia o mejora una grabación: {stems}.",
        "uz": "Yozuvni tozalaydi yoki yaxshilaydi: {stems}.",
    },
}


def describe(
    algorithm_id: int, name: str, kind: str, stems: Sequence[str]
) -> list[dict[str, object]]:
    """`algorithm_descriptions` of one entry: plain short text, long text as HTML."""
    by_language = _TEMPLATES.get(_family(kind), _TEMPLATES["restore"])
    return [
        _description(algorithm_id * 10 + place, algorithm_id, language, name, text)
        for place, (language, text) in enumerate(
            (language, by_language[language].format(stems=", ".join(stems)))
            for language in LANGUAGES
        )
    ]


def _family(kind: str) -> str:
    return "midi" if kind == "drum-midi" else kind


def _description(
    identifier: int, algorithm_id: int, language: str, name: str, text: str
) -> dict[str, object]:
    return {
        "id": identifier,
        "algorithm_id": algorithm_id,
        "lang": language,
        "short_description": text,
        "long_description": f"<p><strong>{escape(name)}</strong></p>\r\n<p>{escape(text)}</p>",
        "created_at": "2024-01-03 09:57:46",
        "updated_at": "2026-01-12 10:00:00",
    }
