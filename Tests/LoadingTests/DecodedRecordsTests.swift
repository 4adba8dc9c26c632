import Evidence
import TestSupport
import Testing

@testable import Foundations
@testable import Loading

/// What is decoded batch by batch, with batches of one element.
@Suite("A long list")
struct DecodedRecordsTests {
    @Test("A broken dataset has the same problems, however the list is divided", arguments: BrokenDataset.all)
    func broken(row: BrokenDataset) throws {
        let changed = SmallDataset().replacing(row.old, with: row.new, in: row.file)
        let dataset = try #require(changed)
        #expect(try dataset.problems(batch: 1) == dataset.problems())
    }

    @Test("An id that another batch has is a problem of the later event, before its others")
    func repeated() throws {
        let event = #"{"id": "flood", "category": 1}"#
        let dataset = SmallDataset().replacing("events.json", with: #"{"events": [\#(event), {"id": "x"}, \#(event)]}"#)
        for batch in [1, 2, 1_000] {
            let problems = try dataset.problems(batch: batch).filter { $0.file == "events.json" }
            let ofThird = problems.filter { $0.pointer.hasPrefix("/events/2") }
            #expect(
                ofThird.first?.description == """
                    events.json#/events/2/id: expected an id that no other event has, found "flood"
                    """)
            #expect(problems.map(\.pointer) == problems.map(\.pointer).sorted { $0.prefix(9) < $1.prefix(9) })
        }
    }

    @Test(
        "Elements are read from batches as from the whole, and where the whole is no JSON, no batch hides it",
        arguments: [
            #"{"a": 1, "list": [1, "x,]}", {"b": ["]"]}, [], "\\", "\"", null ], "c": []}"#,
            #"{"list": []}"#, #"{"list": [[[1]], {"list": [2]}]}"#, #"{"list": [1 2]}"#, #"{"list": [1,]}"#,
            #"{"list": [{"a": 1,}]}"#, #"{"list": [{"a" 1}, 2]}"#, #"{"list": ["a"b"]}"#,
            #"{"list": [1], "list": [2]}"#,
            #"{"list": [{]}, 1]}"#, #"{"list": ["\u12"]}"#, #"{"list": [1"#, #"{"list": ["#, #"{"list": [tru, 1]}"#,
            #"{"list": [01]}"#, "{\"list\": [\"a\u{9}b\"]}", #"["list", [1]]"#, #"{"list": {"list": [1]}}"#,
        ])
    func batches(text: String) {
        let bytes = Array(text.utf8)
        let whole = JSON(bytes)
        for size in [1, 3, 1_000] {
            var elements: [JSON] = []
            var parts: JSON?
            do throws(JSONError) {
                let (outside, batches) = try JSONReader.read(bytes, postponing: "list", batch: size)
                for batch in batches {
                    try JSONReader.read(batch, of: bytes) { index, json in
                        #expect(index == elements.count)
                        elements.append(json)
                    }
                }
                parts = outside
            } catch {
                parts = nil
            }
            #expect((parts == nil) == (whole == nil))
            if case .array = whole?["list"] { #expect(elements == whole?["list"]?.elements) }
        }
    }
}
