"""(e) and (f): lists out of 100,000 and of 1,000,000 events, another question each time, so that no cache answers."""

from contenders.akistata import Akistata
from contenders.datasette import Datasette
from contenders.roapi import Roapi
from harness import records
from harness.machine import SERVER
from harness.message import Broken
from harness.questions import filters, searches
from harness.rounds import Lane, halved, in_turn
from harness.tools import dataset

# More than a cache would hold.
QUESTIONS = 50_000
SAMPLE = 100


def kept(bench, key, make):
    """A server that the works share, started by the first and ended with the last."""
    if key not in bench.servers:
        bench.servers[key] = bench.stack.enter_context(make())
    return bench.servers[key]


def akistata(bench, count):
    """With so many events: loaded by all cores, then kept to the server's."""
    data = dataset(count)
    server = kept(bench, count, lambda: Akistata(bench.folder, data, cores=None))
    server.pin(SERVER)
    return server


def peers(bench, smallest):
    """Those that hold the records of the smallest size."""
    chosen = [peer for peer in (Roapi, Datasette) if peer.contender in bench.contenders]
    if any(peer.name not in bench.servers for peer in chosen):
        records.write(smallest, smallest.data, bench.folder)
    return [kept(bench, peer.name, lambda: peer(bench.folder)) for peer in chosen]


def agree(servers, asked):
    """The servers with the same records find the same ones, in the same order."""
    for number in range(SAMPLE):
        found = {server.name: server.ids(server.fetch(ask[number])) for server, ask in zip(servers, asked)}
        if len(set(map(tuple, found.values()))) != 1:
            raise Broken(f"{asked[0][number].target}: {found}")


def queries(bench, questions, form):
    """`questions` are made from a dataset, and `form` makes a server's request of one."""
    sizes = {count: akistata(bench, count) for count in sorted(bench.options.sizes)}
    first, smallest = next(iter(sizes.items()))
    servers = [smallest, *peers(bench, smallest)]
    questions = list(questions(smallest.data))
    asked = [[form(server, question) for question in questions] for server in servers]
    agree(servers, asked)
    lanes = [Lane(f"{server.name}, {first:,} events", server, ask) for server, ask in zip(servers, asked)]
    lanes += [
        Lane(f"Akistata, {count:,} events", server, asked[0]) for count, server in sizes.items() if count != first]
    return in_turn(lanes, bench.options) + halved(lanes, bench.options)


def filtered(bench):
    """(e) 20 events by category and dates"""
    return queries(bench, lambda _: filters(QUESTIONS), lambda server, filter: server.filtered(filter))


def searched(bench):
    """(f) full-text search for one word"""
    return queries(
        bench, lambda data: searches(QUESTIONS, records.texts(data)), lambda server, search: server.found(search))
