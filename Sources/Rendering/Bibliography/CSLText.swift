import Bibliography
import Evidence
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
                json.names("author", reference.author)
                for name in Source.nameVariables { json.names(name, reference.variables.names[name] ?? []) }
                json.date("issued", reference.issued)
                for name in Source.dateVariables { json.date(name, reference.variables.dates[name]) }
                // CSL has no null: unknown values are left out.
                for (name, text) in [
                    ("container-title", reference.containerTitle), ("volume", reference.volume),
                    ("issue", reference.issue), ("publisher", reference.publisher), ("URL", reference.url),
                    ("language", reference.language), ("license", reference.licence), ("note", reference.note),
                ] {
                    json.member(name, text)
                }
                for name in Source.numberVariables + Source.textVariables {
                    json.member(name, reference.variables[name])
                }
                if !reference.passages.isEmpty { json.custom(reference.passages) }
            }
        }
        return json.bytes
    }
}

extension JSONText {
    fileprivate mutating func names(_ variable: String, _ names: [Source.Name]) {
        guard !names.isEmpty else { return }
        key(variable)
        array(names) { $0.name($1) }
    }

    /// Appends a date with the years of CSL, which has no year 0: the year before the first is −1.
    fileprivate mutating func date(_ variable: String, _ date: Source.DateValue?) {
        guard let date else { return }
        key(variable)
        self.date(date) { $0 > 0 ? $0 : $0 - 1 }
    }

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
