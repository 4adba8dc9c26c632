"""Lanes are measured in turn, round after round, so that the machine's mood falls on all of them."""

from dataclasses import dataclass, field, replace
from statistics import median

from .clients import pace, wrk
from .machine import CLIENT
from .message import Broken


@dataclass
class Lane:
    """A server and what it is asked."""

    name: str
    server: object
    requests: list
    connections: int = 64
    depth: int = 1
    status: int = 200
    # Answers a second, for pace.
    rate: float | None = None
    client: object = wrk
    cores: list = field(default_factory=lambda: CLIENT)
    file: str | None = None
    figures: list = field(default_factory=list)

    def check(self, content=None):
        """The first request is answered as it should be."""
        answer = self.server.fetch(self.requests[0])
        if answer.status != self.status or content is not None and answer.content != content:
            raise Broken(f"{self.name} does not answer {self.requests[0].target} as Akistata does: {answer.head}")
        return answer

    def measure(self, seconds):
        figures = self.client(self, seconds)
        # The next client goes on where this one ended: what was just asked might be in a cache.
        self.server.asked += figures.get("requests", 0)
        return figures | {"cost": figures["server"] / figures["rate"]}

    def median(self, figure="rate"):
        return median(round[figure] for round in self.figures)

    def spread(self, figure="rate"):
        return min(round[figure] for round in self.figures), max(round[figure] for round in self.figures)


def ratio(lane, other, figure="rate"):
    """The median of the ratios of each round: what moved both between rounds falls out."""
    return median(one[figure] / two[figure] for one, two in zip(lane.figures, other.figures))


def in_turn(lanes, options):
    """Warms every lane up, unless it is a trial, then measures each in every round, another one first each time."""
    for lane in lanes if not options.quick else []:
        lane.measure(1)
    for number in range(options.rounds):
        turn = number % len(lanes)
        for lane in lanes[turn:] + lanes[:turn]:
            lane.figures.append(lane.measure(options.seconds))
    return lanes


def halved(lanes, options):
    """The same lanes at half of what each reached."""
    half = [
        replace(lane, name=f"{lane.name}, half rate", rate=lane.median() / 2, client=pace, figures=[])
        for lane in lanes]
    return in_turn(half, options)


def at_rate(rate, lanes, options):
    """The same lanes at one rate for all."""
    paced = [replace(lane, name=f"{lane.name}, {rate:,}/s", rate=rate, client=pace, figures=[]) for lane in lanes]
    return in_turn(paced, options)


def with_client(client, lanes):
    return [replace(lane, name=f"{lane.name}, {client.__name__}", client=client, figures=[]) for lane in lanes]
