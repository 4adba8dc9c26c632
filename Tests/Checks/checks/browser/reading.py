"""How hard the English of the pages for pupils is to read, as textstat (PyPI) measures it: the Flesch–Kincaid grade names the
year of an American school that a text is for (Kincaid and others, 1975). Fifteen-year-olds are in the ninth or the tenth."""

import re

import textstat
from lxml import html

HARDEST = 10
# Where pupils read. Of a page with fewer words the formula says nothing.
PATHS = re.compile(r"/|/about|/lessons(/[\w-]+)?|/(discrepancies|events|conflicts)/[\w-]+|/terms")
FEWEST_WORDS = 100
# What is told in sentences, and what within it is not: a source's own words and its title, code, and what stands in tables.
TOLD = "//main//*[self::p or self::li or self::dd or self::figcaption]"
LEFT_OUT = ".//cite | .//code | .//pre | .//bdi | .//a[starts-with(@href, '/sources/')]"


def prose(content):
    """The sentences of a page. What is quoted is a word of others, and a number has as many syllables as it is read with."""
    document = html.fromstring(content)
    found = []
    for element in document.xpath(TOLD):
        if element.xpath("ancestor::blockquote | ancestor::table | ancestor::nav | ancestor::form | .//p | .//li | .//dd"):
            continue
        for part in element.xpath(LEFT_OUT):
            part.drop_tree()
        found += sentences(element.text_content())
    return list(dict.fromkeys(found))


def sentences(text):
    """Those of a text that end as sentences do, and have a few words."""
    text = re.sub(r"\s+", " ", text.replace("\u2060", "")).strip()
    text = re.sub(r"“[^”]*”", "this", text)
    text = re.sub(r"\d[\d,.\u2013]*\d|\d", "ten", text)
    told = re.split(r"(?<=[.?!])\s+(?=[A-Z])", text)
    return [sentence for sentence in told if sentence.endswith((".", "?", "!", ":")) and len(sentence.split()) > 3]


def grade(told):
    return textstat.flesch_kincaid_grade(" ".join(told))


def check(engine, pages, host, report):
    grades = {}
    for path in filter(PATHS.fullmatch, pages.paths):
        told = prose(pages.get(path, "en").content)
        if sum(len(sentence.split()) for sentence in told) >= FEWEST_WORDS:
            grades[path] = grade(told)
    faults = [f"{path}: grade {found:.1f}" for path, found in grades.items() if found > HARDEST]
    report.row("a fifteen-year-old can read the English", faults, len(grades))
    hardest = max(grades, key=grades.get, default=None)
    return hardest and f"{len(grades)} pages, the hardest {hardest}: grade {grades[hardest]:.1f}"
