"""Two loops on two cores against one on one. Where there are four cores, the client has two of its own; else it shares
them, and the processor time of an answer tells more than the rate."""

from contextlib import ExitStack

from contenders.akistata import Akistata
from harness.machine import PAIR, REST
from harness.message import Request
from harness.rounds import Lane, in_turn

from .fixed import STATISTIC


def loops(bench):
    """two loops on two cores against one on one"""
    with ExitStack() as stack:
        one = stack.enter_context(Akistata(bench.folder))
        two = stack.enter_context(Akistata(bench.folder, loops=2, cores=PAIR))
        request = [Request(STATISTIC)]
        lanes = [Lane("one loop", one, request, cores=REST), Lane("two loops", two, request, cores=REST)]
        return in_turn(lanes, bench.options)
