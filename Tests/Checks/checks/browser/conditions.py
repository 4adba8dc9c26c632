"""Under which conditions a page is looked at."""

from dataclasses import dataclass
from itertools import product

WIDTHS = [320, 768, 1440]
LANGUAGES = ["en", "lt"]
SCHEMES = ["light", "dark"]
SCRIPTS = [True, False]


@dataclass(frozen=True)
class Condition:
    width: int = 1440
    language: str = "en"
    scheme: str = "light"
    scripts: bool = True

    def __str__(self):
        return f"{self.width} px, {self.language}, {self.scheme}{'' if self.scripts else ', no scripts'}"

    def context(self, browser):
        """A browser that remembers nothing, in this condition."""
        return browser.new_context(
            viewport={"width": self.width, "height": 900}, locale={"en": "en-GB", "lt": "lt-LT"}[self.language],
            color_scheme=self.scheme, java_script_enabled=self.scripts, reduced_motion="reduce")


# Every combination.
PRODUCT = [Condition(*values) for values in product(WIDTHS, LANGUAGES, SCHEMES, SCRIPTS)]

# So few that every two values still meet.
PAIRS = [
    Condition(320, "en", "light", True), Condition(320, "lt", "dark", False),
    Condition(768, "en", "dark", True), Condition(768, "lt", "light", False),
    Condition(1440, "en", "light", False), Condition(1440, "lt", "dark", True),
]


def meet(conditions):
    """The pairs of values, of two different kinds, that meet in one of the conditions."""
    found = set()
    for condition in conditions:
        values = list(vars(condition).items())
        found.update((one, other) for one in values for other in values if one[0] < other[0])
    return found


assert meet(PAIRS) == meet(PRODUCT)
