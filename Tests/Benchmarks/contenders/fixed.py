"""Those that answer what they are given: the raw server in C, Hummingbird 2 and FlyingFox."""

from harness.service import Service
from harness.tools import SCRATCH, SWIFT


class Fixed(Service):
    def __init__(self, folder, _, answer):
        super().__init__(folder)
        self.closes = answer.fields.get("connection") == "close"
        self.answer = self.folder / f"answer-{self.port}"
        self.answer.write_bytes(answer.data)


class Raw(Fixed):
    """Raw epoll: the limit. It has to be told that a request asks it to close the connection; the others read that."""

    name, contender = "raw C", "raw"

    def command(self):
        return [SCRATCH / "raw", self.answer, self.port, *(["close"] if self.closes else [])]


class Hummingbird(Fixed):
    name, contender = "Hummingbird", "hummingbird"

    def command(self):
        return [SWIFT / "HummingbirdAnswer", self.answer, self.port]


class FlyingFox(Fixed):
    name, contender = "FlyingFox", "flyingfox"

    def command(self):
        return [SWIFT / "FlyingFoxAnswer", self.answer, self.port]
