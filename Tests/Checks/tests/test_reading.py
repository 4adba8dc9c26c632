"""The check of the reading level finds what is too hard, and judges no words of others."""

from types import SimpleNamespace

import pytest

from checks.browser import reading
from checks.harness.report import Report

EASY = "The men did not go. They hid in the woods. Some of them came back in the spring. "
HARD = ("Notwithstanding the aforementioned considerations, administrative authorities systematically implemented "
        "increasingly comprehensive disciplinary countermeasures. ")


def page(text):
    return SimpleNamespace(content=f"<main>{text}</main>".encode())


@pytest.mark.parametrize("text, faults", [(EASY * 10, 0), (HARD * 10, 1)])
def test_a_page_that_is_too_hard_is_found(text, faults):
    told = " ".join(f"{text} {number} more." for number in range(3))
    report = Report()
    # A sentence counts once on a page.
    sentences = [f"<p>{sentence.strip()} on day {word}.</p>" for word in "abcdefghijkl" for sentence in told.split(".") if sentence.strip()]
    pages = SimpleNamespace(paths=["/about", "/docs"], get=lambda path, language: page("".join(sentences)))
    reading.check(None, pages, None, report)
    assert report.failed == faults


@pytest.mark.parametrize("content, told", [
    ("<p>He wrote “a most extraordinary administrative formulation” of 27,361 men.</p>", ["He wrote this of ten men."]),
    ("<p>They are here. So few.</p><ul><li>All of them came back at last.</li></ul>", ["All of them came back at last."]),
    ("<table><tr><td><p>It is not told in a table here.</p></td></tr></table>", []),
    ("<blockquote><p>It is the citation of a dataset.</p></blockquote>", []),
])
def test_what_is_told_are_whole_sentences_without_words_of_others(content, told):
    assert reading.prose(f"<main>{content}</main>") == told
