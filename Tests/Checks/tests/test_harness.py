"""The harness: what it reads, and that it says what fails."""

import socket
import threading

import pytest

from checks.harness.http import responses, take
from checks.harness.report import Report


def test_a_report_of_nothing_fails():
    assert Report().end("nothing") == 1


def test_a_fault_fails_and_is_named(capsys):
    report = Report()
    report.row("good", [], 1)
    report.check(True, "not shown")
    assert report.end("all") == 0
    report.row("bad", ["the fault"])
    report.check(False, "the other")
    report.run("raised", lambda: 1 / 0)
    output = capsys.readouterr().out
    assert report.end("all") == 1 and report.failed == 3
    assert all(words in output for words in ("no  bad", "the fault", "no  the other", "ZeroDivisionError"))
    assert "not shown" not in output


def test_a_fact_that_is_asked_of_nothing_does_not_hold():
    report = Report()
    report.row("of nothing", [], 0)
    assert report.end("all") == 1


def test_what_one_report_found_is_added_to_another():
    report, other = Report(), Report()
    other.check(False, "a fault")
    report.add(other)
    assert report.end("all") == 1


@pytest.mark.parametrize("data, found", [
    (b"", []),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", [(200, b"ab")]),
    (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\ncontent-length: 1\r\n\r\na", [(100, b""), (404, b"a")]),
    # HEAD has a length and no body.
    (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nHTTP/1.1 400 Bad\r\n\r\n", [(200, b""), (400, b"")]),
    (b"nonsense", [(0, b"nonsense")]),
    (b"HTTP/1.1 200 OK\r\nContent-Le", [(0, b"HTTP/1.1 200 OK\r\nContent-Le")]),
])
def test_responses_are_told_apart(data, found):
    assert responses(data) == found


def test_an_answer_that_ends_early_is_an_error():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab")
        threading.Timer(0.05, theirs.shutdown, [socket.SHUT_WR]).start()
        with pytest.raises(ConnectionError):
            take(ours)


def test_what_comes_after_an_answer_is_kept():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nabHTTP")
        assert take(ours) == (b"HTTP/1.1 200 OK\r\ncontent-length: 2", b"ab", b"HTTP")
