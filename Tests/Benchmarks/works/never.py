"""(k) and (l): data that was never asked before, beside the raw C server that answers each question with the bytes of
the first answer."""

from contextlib import ExitStack
from datetime import date, timedelta

from contenders.akistata import Akistata
from contenders.fixed import Raw
from harness.message import Request
from harness.rounds import Lane, in_turn

# More than a cache would hold.
QUESTIONS = 100_000


def beside_raw(bench, name, requests, status=200):
    with ExitStack() as stack:
        servers = [stack.enter_context(Akistata(bench.folder))]
        answer = servers[0].fetch(requests[0])
        if Raw.contender in bench.contenders:
            servers.append(stack.enter_context(Raw(bench.folder, requests[0].target, answer)))
        lanes = [Lane(f"{server.name}, {name}", server, requests, status=status) for server in servers]
        for lane in lanes:
            lane.check(answer.content)
        return in_turn(lanes, bench.options)


def listed(bench):
    """(k) a list of 20 that was never asked before"""
    days = (date(2000, 1, 1) + timedelta(number) for number in range(QUESTIONS))
    return beside_raw(bench, "a list", [Request(f"/api/v1/events?limit=20&to={day}") for day in days])


def refused(bench):
    """(l) 404 and 400, never asked before"""
    numbers = range(QUESTIONS)
    return (
        beside_raw(bench, "404", [Request(f"/api/v1/events/nothing-{number}") for number in numbers], 404)
        + beside_raw(bench, "400", [Request(f"/api/v1/events?limit=a{number}") for number in numbers], 400))
