"""The language of a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.lists.guessing.languages import language_of, small_words


@pytest.mark.parametrize(
    ("url", "title", "language"),
    [
        (None, "动手学深度学习", "zh"),
        (None, "CUDA C++ Programming Guide", "en"),
        ("https://zhuanlan.zhihu.com/p/1", "github", "zh"),
        ("https://mp.weixin.qq.com/s/1", "Attention", "zh"),
        ("https://github.com/a/b", "对应源码", "zh"),
        ("https://github.com/a/b", "Attention", "en"),
        ("https://zhihu.com/p/1", "深層学習の入門", "ja"),
        (None, "딥러닝 입문", "ko"),
        (None, "Машинное обучение", "ru"),
        (None, "", "en"),
        (None, "A gentle introduction to the 道 of programming", "en"),
        (None, "DeepSpeed Pipeline 文档1", "zh"),
        (None, "Rust 书", "zh"),
        (None, "機械学習の基礎", "ja"),
        (None, "入門 Python", "zh"),
        (None, "Rust 入門ガイド", "ja"),
        (None, "혼자 공부하는 머신러닝", "ko"),
        (None, "Вступ до машинного навчання і нейромереж", "uk"),
        (None, "The Я in Pushkin", "en"),
        (None, "Βαθιά μάθηση", "el"),
        (None, "التعلم العميق", "ar"),
        (None, "למידה עמוקה", "he"),
        (None, "การเรียนรู้เชิงลึก", "th"),
        (None, "गहरी शिक्षा", "hi"),
        (None, "Introducción a la programación", "es"),
        (None, "Cómo funciona el aprendizaje profundo", "es"),
        (None, "Introduction à l'apprentissage profond", "fr"),
        (None, "Comprendre les réseaux de neurones", "fr"),
        (None, "Einführung in die künstliche Intelligenz", "de"),
        (None, "Wie man ein Betriebssystem für den Raspberry Pi schreibt", "de"),
        (None, "Introdução à programação", "pt"),
        (None, "Come imparare la programmazione nella pratica", "it"),
        (None, "Een inleiding in het diepe leren", "nl"),
        (None, "Wprowadzenie do uczenia się maszyn", "pl"),
        (None, "Yapay zeka için bir giriş", "tr"),
        (None, "En introduktion till maskininlärning för att lära", "sv"),
        ("https://de.wikipedia.org/wiki/Halteproblem", "Halteproblem", "de"),
        (None, '"Der Prozess" von Franz Kafka', "de"),
        ("https://floating-point.de/", "Guía de punto flotante", "es"),
        ("https://example.fr/git", "Git expliqué simplement", "fr"),
        ("https://example.fr/rust", "Pourquoi Rust ?", "fr"),
        ("https://heise.de/x", "Künstliche Intelligenz", "de"),
        (None, "Schrödinger equation", "en"),
        (None, "Gödel, Escher, Bach", "en"),
        (None, "The de facto guide to la Tour", "en"),
        (None, "Don't repeat l'art", "en"),
        ("https://rust.it/x", "Rust", "en"),
        (None, "Attention", "en"),
    ],
)
def test_the_language_is_that_of_the_title_then_of_the_host(
    url: str | None, title: str, language: str
) -> None:
    assert language_of(url, title) == language


@pytest.mark.parametrize("url", ["http://[", "https://[::1", "%zz"])
def test_a_broken_link_says_nothing(url: str) -> None:
    assert language_of(url, "x") == "en"


@given(st.none() | st.text().map("https://{}".format), st.text())
def test_any_text_has_a_language(url: str | None, title: str) -> None:
    assert 2 <= len(language_of(url, title)) <= 3


def test_the_small_words_of_languages_are_in_lower_case() -> None:
    words = small_words(["de", "fr"])
    assert {"und", "avec"} <= words
    assert "with" not in words
    assert words == {word.lower() for word in words}
