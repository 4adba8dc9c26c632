"""The records as Akistata gives them, for those that load records of their own: NDJSON and SQLite, with indexes."""

import json
import sqlite3

from .questions import words

# A date that is open has no bound; the contenders compare text.
EARLIEST, LATEST = "0000-01-01", "9999-12-31"
COLUMNS = (
    "id", "title", "summary", "date", "earliest", "latest", "category", "actors", "places", "statistics", "citations")


def texts(data):
    """Every text that is searched, by event."""
    events = json.loads((data / "events.json").read_bytes())["events"]
    return {event["id"]: [text for name in ("title", "summary") for text in event[name].values()] for event in events}


def records(akistata, data):
    """Akistata's records in its own order, with their place in it and the words to find them by."""
    searched = texts(data)
    for position, event in enumerate(akistata.all_events()):
        record = {name: event[name] for name in COLUMNS}
        record["earliest"] = record["earliest"] or EARLIEST
        record["latest"] = record["latest"] or LATEST
        yield record | {"position": position, "words": f" {' '.join(words(searched[event['id']]))} "}


def plain(value):
    """SQLite has no lists."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def write(akistata, data, folder):
    """`events.ndjson` for roapi, and `events.db` for Datasette: an index for the filters, and one for words."""
    path = folder / "events.db"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    columns = ", ".join(f"{name} text" for name in COLUMNS)
    database.execute(f"create table events (position integer primary key, {columns})")
    database.execute("create virtual table found using fts5(words, content='', columnsize=0)")
    with (folder / "events.ndjson").open("w") as file:
        for record in records(akistata, data):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            row = [plain(record[name]) for name in ("position", *COLUMNS)]
            database.execute(f"insert into events values ({', '.join('?' * len(row))})", row)
            database.execute("insert into found (rowid, words) values (?, ?)", (record["position"], record["words"]))
    database.execute("create index by_category on events (category, earliest, position, latest)")
    database.execute("insert into found (found) values ('optimize')")
    database.execute("analyze")
    database.commit()
    database.close()
