"""Days, months and years of the Julian calendar, and the days of the Gregorian one that convertdate (PyPI) has for them."""

from convertdate import gregorian, julian

from ...harness.http import records
from ..folder import Folder


def written(year, month, day):
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day:02}"


def converted(year, month, day):
    return written(*gregorian.from_jd(julian.to_jd(year, month, day)))


def made(chance, count):
    """Dates of the Julian calendar by their first and last day, in years that have four digits in both calendars."""
    dates = {}
    while len(dates) < count:
        year = chance.choice([chance.randint(-4700, 5000), chance.randint(1000, 1950)])
        month = chance.randint(1, 12)
        day = chance.choice([chance.randint(1, 28), julian.month_length(year, month)])
        name = written(year, month, day)
        match chance.randint(0, 9):
            case 0:
                dates[name[:-6]] = (year, 1, 1), (year, 12, 31)
            case 1:
                dates[name[:-3]] = (year, month, 1), (year, month, julian.month_length(year, month))
            case _:
                dates[name] = (year, month, day), (year, month, day)
    return {name: tuple(converted(*end) for end in ends) for name, ends in dates.items()}


def ask(dates):
    """The first and last day of each, as the program has them."""
    folder = Folder()
    for place, name in enumerate(dates):
        folder.event(f"e{place}", {"edtf": name, "calendar": "julian"})
    with folder.served() as server:
        told = {event["id"]: event for event in records(server.base, "events")}
    return {name: (told[f"e{place}"]["earliest"], told[f"e{place}"]["latest"]) for place, name in enumerate(dates)}


def faults(dates, told):
    for name, expected in dates.items():
        if told[name] != expected:
            yield f"Julian {name}: {' … '.join(map(str, told[name]))}, by convertdate {' … '.join(expected)}"
