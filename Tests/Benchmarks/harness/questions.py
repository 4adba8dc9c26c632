"""What is asked of lists: seeded, the same questions for every contender."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

CATEGORIES = ("law", "mobilisation", "resistance", "repression", "legalisation", "military", "return")
FIRST, DAYS = date(1940, 1, 1), 5_000


@dataclass(frozen=True)
class Filter:
    category: str
    first: str
    last: str


@dataclass(frozen=True)
class Search:
    word: str
    limit: int


def words(texts):
    """The different runs of letters, folded: small, without marks."""
    marked = unicodedata.normalize("NFD", " ".join(texts).lower())
    folded = "".join(c if c.isalnum() else " " for c in marked if not unicodedata.combining(c))
    return sorted(set(folded.split()))


def filters(count):
    """A category and one to eight weeks: few are the same."""
    random = Random(1)
    for _ in range(count):
        first = FIRST + timedelta(random.randrange(DAYS))
        yield Filter(random.choice(CATEGORIES), str(first), str(first + timedelta(random.randint(7, 56))))


def searches(count, texts):
    """Nine of ten words are rare or neither; one of ten stands in more than a hundredth of the records."""
    random = Random(2)
    sample = list(islice(texts.values(), 20_000))
    found = Counter(word for each in sample for word in words(each) if len(word) > 3 and not word.isdigit())
    frequent = sorted(word for word, times in found.items() if times > len(sample) / 100)
    rare = sorted(word for word, times in found.items() if times <= len(sample) / 100)
    for _ in range(count):
        yield Search(random.choice(frequent if random.random() < 0.1 else rare), random.randint(10, 30))
