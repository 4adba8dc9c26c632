import Testing

@testable import Server

@Suite("A setting")
struct SettingTests {
    private let head = Setting("max-head", "Bytes of a head", within: 64...1_024, default: 128)

    @Test("is what the command line says, else the variable, else its default")
    func order() throws {
        let environment = Environment(["AKISTATA_MAX_HEAD": "256"])
        #expect(try head.given("512").value(in: environment) == 512)
        #expect(try head.value(in: environment) == 256)
        #expect(try head.value(in: Environment([:])) == 128)
        #expect(try head.value(in: Environment(["AKISTATA_MAX_HEAD": ""])) == 128)
        #expect(try head.asked(in: environment) == 256)
        #expect(try head.asked(in: Environment([:])) == nil)
    }

    @Test("may have no default")
    func optional() throws {
        let path = Setting<String?>("socket", "A path")
        #expect(try path.value(in: Environment([:])) == nil)
        #expect(try path.value(in: Environment(["AKISTATA_SOCKET": "/s"])) == "/s")
        #expect(try path.given("").value(in: Environment(["AKISTATA_SOCKET": "/s"])) == "")
    }

    @Test("tells in its help what it is for, its bounds, its variable and its default, as far as it has them")
    func help() {
        #expect(head.help == "Bytes of a head; 64 to 1024 (AKISTATA_MAX_HEAD; default: 128).")
        #expect(Setting("host", "A name", default: "here").help == "A name (AKISTATA_HOST; default: here).")
        #expect(Setting<String?>("socket", "A path").help == "A path (AKISTATA_SOCKET).")
        #expect(Switch("data-only", "Only data").help == "Only data (AKISTATA_DATA_ONLY=true).")
    }

    @Test("names its bounds to who is out of them, wherever that was said", arguments: ["63", "1025", "-1"])
    func bounds(text: String) throws {
        let line = "--max-head (AKISTATA_MAX_HEAD) must be 64 to 1024, not \(text)."
        let given = try head.given(text)
        for setting in [given, head] {
            let error = #expect(throws: SettingError.self) {
                try setting.value(in: Environment(["AKISTATA_MAX_HEAD": text]))
            }
            #expect(error?.description == line)
        }
    }

    @Test(
        "says what is meant to who says something else",
        arguments: ["", "many", "1e3", "0x10", "1.5", "9223372036854775808"])
    func form(text: String) {
        let line = "expected a whole number from 64 to 1024."
        #expect(throws: SettingError.self) { try head.given(text) }
        guard !text.isEmpty else { return }
        let error = #expect(throws: SettingError.self) {
            try head.value(in: Environment(["AKISTATA_MAX_HEAD": text]))
        }
        #expect(error?.description == "The variable AKISTATA_MAX_HEAD is “\(text)”: \(line)")
    }

    @Test("that is one word of a few offers them, and the nearest")
    func choices() {
        let format = Setting("log-format", "A format", default: LogFormat.text)
        let near = #expect(throws: SettingError.self) { try format.given("jsn") }
        #expect(near?.description == "expected text or json. Did you mean “json”?")
        let far = #expect(throws: SettingError.self) { try format.given("xml") }
        #expect(far?.description == "expected text or json.")
    }

    @Test(
        "that is on or off is on where the command line or the variable says so",
        arguments: [
            (false, nil, false), (true, nil, true), (true, "false", true), (false, "true", true),
            (false, "false", false),
        ]
            as [(Bool, String?, Bool)])
    func switches(given: Bool, variable: String?, isOn: Bool) throws {
        let environment = Environment(variable.map { ["AKISTATA_WATCH": $0] } ?? [:])
        #expect(try Switch("watch", "Watches").isOn(given, in: environment) == isOn)
    }

    @Test("that is on or off is nothing else", arguments: ["1", "yes", "on"])
    func noSwitch(text: String) {
        let error = #expect(throws: SettingError.self) {
            try Switch("watch", "Watches").isOn(false, in: Environment(["AKISTATA_WATCH": text]))
        }
        #expect(error?.description == "The variable AKISTATA_WATCH is “\(text)”: expected true or false.")
    }
}

@Suite("A time as an option gives it")
struct MillisecondsTests {
    @Test(
        "is a whole number and its unit, and is written so",
        arguments: [
            ("250ms", 250, "250ms"), ("10s", 10_000, "10s"), ("2m", 120_000, "2m"), ("60s", 60_000, "1m"),
            ("0s", 0, "0s"),
            ("0ms", 0, "0s"), ("1500ms", 1_500, "1500ms"), ("007s", 7_000, "7s"),
        ])
    func known(text: String, count: Int, written: String) {
        #expect(Milliseconds(argument: text)?.count == count)
        #expect(Milliseconds(count).description == written)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "5", "s", "ms", "-1s", "+1s", "1.5s", "1 s", "1h", "1d", "ten", "99999999999999999999s",
            "9223372036854775807s",
            "٣s",
        ])
    func unknown(text: String) {
        #expect(Milliseconds(argument: text) == nil)
    }

    @Test("without a unit was probably meant in seconds")
    func guess() {
        #expect(Milliseconds.guess(from: "10") == "10s")
        #expect(Milliseconds.guess(from: "") == nil)
        #expect(Milliseconds.guess(from: "1h") == nil)
    }
}
