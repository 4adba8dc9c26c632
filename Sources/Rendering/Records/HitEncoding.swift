import Checks
package import Archive
import Evidence
import Foundations
package import Wording

/// The encoding of search results.
package struct HitEncoding {
    package let snapshot: Snapshot
    package let language: Language

    /// Creates an encoding from its properties.
    package init(snapshot: Snapshot, language: Language) {
        self.snapshot = snapshot
        self.language = language
    }

    /// Returns a hit as a JSON object. Highlights are half-open ranges of UTF-16 code units in the text next to them.
    package func encode(_ hit: SearchHit) -> [UInt8] {
        var json = JSONText(capacity: 1_024)
        json.object { json in
            json.member("kind", hit.kind)
            json.member("id", hit.id)
            json.member("title", value: hit.passages.first?.text)
            json.member("language", hit.language.rawValue)
            json.key("score")
            json.raw((hit.score.map(score) ?? "null").utf8)
            json.key("passages")
            json.array(hit.passages) { json, passage in
                json.object { json in
                    json.member("member", passage.member)
                    json.member("text", passage.text)
                    json.key("highlights")
                    json.array(passage.highlights) { json, range in
                        json.object { json in
                            json.member("start", range.lowerBound)
                            json.member("end", range.upperBound)
                        }
                    }
                }
            }
            json.key("links")
            json.object { $0.member("self", APIPath.below(hit.kind, hit.id)) }
        }
        return json.bytes
    }

    /// Returns the hits as a table, without their passages.
    package func table(_ hits: [SearchHit], _ format: Format) -> Table {
        let columns: [RecordColumn<SearchHit>] = [
            .init("kind", show: .brief, isRequired: true) { hit, _, _ in .text(hit.kind) },
            .init("id", show: .brief, isRequired: true) { hit, _, _ in .text(hit.id) },
            .init("title", show: .brief, isRequired: true) { hit, _, _ in Cell(hit.passages.first?.text) },
            .init("language", isRequired: true) { hit, _, _ in .text(hit.language.rawValue) },
            .init("score", .decimal, show: .brief) { hit, _, _ in
                Cell(hit.score.flatMap { Number(numeral: score($0)) })
            },
            .init("path", isRequired: true) { hit, _, _ in .text(APIPath.below(hit.kind, hit.id)) },
        ]
        return Table(hits, columns, format, snapshot, language)
    }

    /// Returns the score to four decimals, as a JSON numeral.
    private func score(_ score: Double) -> String {
        (Number(Int64((score * 10_000).rounded())).shifted(by: 4)).description
    }
}
