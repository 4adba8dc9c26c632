import Foundations

/// A reference as CSL-JSON: an array with one item, as citation processors expect it.
enum CSLText {
    static func write(_ reference: Reference) -> [UInt8] {
        var json = JSONText()
        json.array([reference]) { json, reference in
            json.object { json in
                json.member("id", reference.key)
                json.member("type", reference.type)
                json.member("title", reference.title)
                if !reference.author.isEmpty {
                    json.key("author")
                    json.array(reference.author) { $0.name($1) }
                }
                if !reference.issued.isEmpty {
                    json.key("issued")
                    json.dateParts(reference.issued)
                }
                // CSL has no null: unknown values are left out.
                for (name, text) in [
                    ("container-title", reference.containerTitle), ("volume", reference.volume),
                    ("issue", reference.issue), ("publisher", reference.publisher), ("version", reference.version),
                    ("URL", reference.url), ("language", reference.language), ("license", reference.licence),
                    ("note", reference.note),
                ] {
                    json.member(name, text)
                }
                if !reference.passages.isEmpty { json.custom(reference.passages) }
            }
        }
        return json.bytes
    }
}

extension JSONText {
    /// Appends the passages as items of a CSL citation, in the member that CSL has for what its items do not hold.
    fileprivate mutating func custom(_ passages: [Reference.Passage]) {
        key("custom")
        object { json in
            json.key("citationItems")
            json.array(passages) { json, passage in
                json.object { json in
                    json.member("id", passage.source)
                    json.member("label", passage.label)
                    json.member("locator", passage.locator)
                }
            }
        }
    }
}
