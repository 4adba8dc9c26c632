"""Ways to ask for the same."""

from itertools import product

# What browsers and programs send, and what nobody does. Together they are 480 for each address.
ACCEPT = [
    None, "*/*", "application/json", "application/json, */*;q=0.5", "application/json, text/plain, */*", "text/csv", "text/csv, */*;q=0.1",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
    "image/avif,image/webp,image/png,*/*;q=0.8",
]
LANGUAGE = [
    None, "lt", "lt-LT,lt;q=0.9,en-US;q=0.8,en;q=0.7", "lt-lt,lt;q=0.9", "en-US,en;q=0.5", "en-GB,en;q=0.9,lt;q=0.8", "de-DE,de;q=0.9,lt;q=0.6,en;q=0.4",
    "fr", "ru,de;q=0.7,*;q=0.3", "lt, en;q=0.3", "pl;q=0.9, en;q=0.8, lt;q=0.7", "en",
]
CODING = [None, "gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8, *;q=0.1"]
# What would be answered wrongly by who took the first language or type that is there.
HARD = [
    {"Accept-Language": "lt;q=0.3,en;q=0.9"}, {"Accept-Language": "en;q=0,lt;q=0.1"}, {"Accept-Language": "en;q=0.4,lt"},
    {"Accept-Language": "*,lt;q=0.5"}, {"Accept-Language": "lt;q=0.85,en;q=0.86"}, {"Accept-Language": "ltg,fr;q=0.5"},
    {"Accept": "text/csv;q=0.5, */*"}, {"Accept": "text/csv, application/json"}, {"Accept": "text/calendar, */*;q=0.1"},
    {"Accept": "application/geo+json"}, {"Accept": "text/csv, application/*"}, {"Accept": "image/webp"}, {"Accept": "text/csv;q=0, */*;q=0.5"},
    {"Accept": "application/x-ndjson"}, {"Accept": "application/json;q=0.2, text/csv;q=0.7"}, {"Accept-Encoding": "gzip;q=0"},
]
TRACKING = ["fbclid=IwAR0", "utm_source=a&utm_medium=b&utm_campaign=c", "gclid=1&gbraid=2", "msclkid=9&fbclid="]


def variants():
    names = ("Accept", "Accept-Language", "Accept-Encoding")
    for values in product(ACCEPT, LANGUAGE, CODING):
        yield {name: value for name, value in zip(names, values) if value is not None}
