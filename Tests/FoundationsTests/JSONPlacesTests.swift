import Foundations
import Testing

@Suite("Places in a JSON text")
struct JSONPlacesTests {
    private static let text = """
        {
          "list": [1, {"ą": "x", "a/b": [true, null]}, "ąč",
            [ ] ],
          "~": {"": 5},
          "last" : -1.5e3
        }
        """

    @Test(
        "are those of the value and of its name, by pointer",
        arguments: [
            ("", (1, 1), (1, 1)), ("/list", (2, 11), (2, 3)), ("/list/0", (2, 12), (2, 12)),
            ("/list/1", (2, 15), (2, 15)),
            ("/list/1/ą", (2, 21), (2, 16)), ("/list/1/a~1b", (2, 33), (2, 26)), ("/list/1/a~1b/1", (2, 40), (2, 40)),
            ("/list/2", (2, 48), (2, 48)), ("/list/3", (3, 5), (3, 5)), ("/~0/", (4, 13), (4, 9)),
            ("/last", (5, 12), (5, 3)),
        ] as [(String, (Int, Int), (Int, Int))])
    func find(pointer: String, value: (Int, Int), name: (Int, Int)) throws {
        let bytes = Array(JSONPlacesTests.text.utf8)
        let all = ["/list/1", "/last", "", pointer]
        let place = try #require(JSONPlaces.find(all, in: bytes)[pointer])
        let positions = TextPosition.all(of: [place.name, place.value], in: bytes)
        #expect(positions.map(\.line) == [name.0, value.0])
        #expect(positions.map(\.column) == [name.1, value.1])
    }

    @Test(
        "are none of what is not there",
        arguments: ["/none", "/list/4", "/list/x", "/list/0/0", "/last/0", "/list/-1"])
    func absent(pointer: String) {
        #expect(JSONPlaces.find([pointer], in: Array(JSONPlacesTests.text.utf8)).isEmpty)
    }

    @Test(
        "are no reason to look for ever in what is no JSON",
        arguments: ["[1,[2,[]],{}}]", "{\"a\":}", "{\"a\"", "[}", "{]"])
    func endless(text: String) {
        #expect(JSONPlaces.find(["/0", "/9", "/a/0/b"], in: Array(text.utf8)).count <= 3)
    }

    @Test("have their columns, however many of them are on one line")
    func line() {
        let offsets = (0..<20_000).map { 4 * $0 }
        let positions = TextPosition.all(of: offsets, in: Array(String(repeating: "\"ą\"", count: 20_000).utf8))
        #expect(positions.map(\.column) == (0..<20_000).map { 3 * $0 + 1 })
        #expect(positions.allSatisfy { $0.line == 1 })
    }

    @Test("are found in whatever is no JSON, too, or not, but without a fault", arguments: [0, 1, 5, 17, 60, 100])
    func broken(length: Int) {
        let bytes = Array(JSONPlacesTests.text.utf8.prefix(length))
        #expect(JSONPlaces.find(["/list/1/ą", "/last", ""], in: bytes).values.allSatisfy { $0.value <= bytes.count })
    }
}
