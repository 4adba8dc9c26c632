"""What people do while machines are replaced: they read, walk through lists, follow citations and show embeds."""

import json
import random
import re
import threading
import time
from collections import Counter, defaultdict

from .asking import Client
from .edges import plain

PLACE = re.compile(r"https://[^/]*(/.*)|(/.*)")


class Person(threading.Thread):
    """Someone with a connection that is kept. `failures` says what went wrong, `slowest` how long an answer took."""

    def __init__(self, edge, certificate, seed=0):
        super().__init__(daemon=True)
        self.client = Client(edge.host.address, edge.port, certificate, timeout=30)
        self.random, self.stopped = random.Random(seed), threading.Event()
        self.asked, self.slowest, self.failures, self.tags, self.done = 0, 0, Counter(), defaultdict(set), Counter()

    def get(self, path, **fields):
        """The answer; None where it is not the one that was asked for, which is a failure."""
        start = time.monotonic()
        self.asked += 1
        try:
            answer = self.client.get(path, {name.replace("_", "-"): value for name, value in fields.items()})
        except OSError as error:
            self.failures[f"{type(error).__name__} {path}"] += 1
            return None
        finally:
            self.slowest = max(self.slowest, time.monotonic() - start)
        if answer.status != 200:
            self.failures[f"{answer.status} {path}"] += 1
            return None
        self.tags[path, *sorted(fields.items())].add(plain(answer.fields["etag"]))
        return answer

    def run(self):
        while not self.stopped.is_set():
            self.once()


class Reader(Person):
    """Asks for one of some addresses after the other, as many times as all readers together are to."""

    def __init__(self, edge, certificate, seed, paths, left=None):
        super().__init__(edge, certificate, seed)
        self.paths, self.left = paths, left

    def once(self):
        if self.left is not None and not self.left.acquire(blocking=False):
            self.stopped.set()
        else:
            self.get(self.random.choice(self.paths))


class Walker(Person):
    """Walks through a list by `links.next`: every record must be there once, in one version."""

    def once(self):
        name = self.random.choice(["claims", "statistics", "events"])
        path, found, versions, total = f"/api/v1/{name}?limit={self.random.randint(3, 9)}&lang=en", [], set(), 0
        while path:
            answer = self.get(path, Accept="application/json")
            if answer is None:
                return
            page = json.loads(answer.body)
            found += [record["id"] for record in page["data"]]
            versions.add(page["meta"]["version"])
            total, path = page["meta"]["total"], page["links"]["next"]
        if len(set(found)) != total or len(found) != total or len(versions) != 1:
            self.failures[f"a walk through {name} found {len(set(found))} of {total}, in {versions}"] += 1
        self.done["walks"] += 1


class Citer(Person):
    """Takes the address that an answer says is to be cited, and follows it, as a person and as a program."""

    def __init__(self, edge, certificate, seed, paths):
        super().__init__(edge, certificate, seed)
        self.paths = paths

    def once(self):
        answer = self.get(self.random.choice(self.paths), Accept="application/json")
        if answer is None:
            return
        cited = re.search(r'<([^>]*)>; rel="cite-as"', answer.fields["link"] or "")
        if not cited:
            self.failures["no cite-as"] += 1
            return
        # What stands behind # is not sent.
        path = next(filter(None, PLACE.fullmatch(cited[1].partition("#")[0]).groups()))
        for accept in ("text/html", "application/json"):
            if (found := self.get(path, Accept=accept)) and found.kind != accept:
                self.failures[f"{path} is {found.kind}"] += 1
        self.done["citations"] += 1


class Embedder(Person):
    """Shows a page with embeds: the current one, and one of a version."""

    def __init__(self, edge, certificate, seed, ids):
        super().__init__(edge, certificate, seed)
        self.ids = ids

    def once(self):
        path = f"/embed/statistics/{self.random.choice(self.ids)}"
        for place in (path, f"/@1.0.0{path}", "/embed.css"):
            self.get(place)
        self.done["embeds"] += 1


class Crowd:
    """People who act while a `with` lasts."""

    def __init__(self, people):
        self.people = people

    def __enter__(self):
        for person in self.people:
            person.start()
        return self

    def __exit__(self, *_):
        for person in self.people:
            person.stopped.set()
        self.join()

    def join(self):
        for person in self.people:
            person.join()

    @property
    def asked(self):
        return sum(person.asked for person in self.people)

    @property
    def again(self):
        return sum(person.client.again for person in self.people)

    @property
    def slowest(self):
        return max(person.slowest for person in self.people)

    @property
    def done(self):
        return sum((person.done for person in self.people), Counter())

    @property
    def failures(self):
        return sum((person.failures for person in self.people), Counter())

    def faults(self):
        return [f"{count} times {word}" for word, count in self.failures.most_common()]

    def tags(self):
        """The entity tags of each address that was asked."""
        found = defaultdict(set)
        for person in self.people:
            for address, tags in person.tags.items():
                found[address] |= tags
        return found
