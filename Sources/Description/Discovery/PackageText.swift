import API
import Archive
import Evidence
import Foundations
import Rendering
import Wording

/// The dataset as a Data Package (datapackage.org, version 2): all CSV files with their columns, and the references
/// between them.
struct PackageText {
    let snapshot: Snapshot
    let language: Language
    /// The end of each CSV's URL: the language, if the package's own URL names it.
    let query: String

    func write() -> [UInt8] {
        let identity = snapshot.dataset.identity
        var json = JSONText()
        json.object { json in
            json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
            json.member("name", identity.id)
            json.member("version", identity.version)
            json.member("created", identity.released.description + "T00:00:00Z")
            json.member("title", identity.title[language])
            json.member("description", identity.description[language])
            json.member("attribution", identity.attribution[language])
            json.key("licenses")
            json.licences([identity.licence])
            json.key("sources")
            json.array(snapshot.dataset.sources) { json, source in
                json.object { json in
                    json.member("title", (source.author.map(\.sorted) + [source.title]).joined(separator: "; "))
                    json.member("path", source.url)
                }
            }
            json.key("resources")
            json.array(ListSummary.all(of: snapshot)) { json, list in resource(list, to: &json) }
        }
        return json.bytes
    }

    private func resource(_ list: ListSummary, to json: inout JSONText) {
        json.object { json in
            json.member("name", list.name)
            json.member("type", "table")
            json.member("title", list.title[language])
            json.member("path", String(APIPath.below("\(list.name).csv\(query)").dropFirst()))
            json.member("format", Format.csv.rawValue)
            json.member("mediatype", Format.csv.mediaRange)
            json.member("encoding", "utf-8")
            json.key("licenses")
            json.licences([snapshot.dataset.identity.licence])
            json.key("schema")
            json.object { json in
                json.member("$schema", "https://datapackage.org/profiles/2.0/tableschema.json")
                json.key("fields")
                json.array(list.columns) { json, column in json.field(column, in: language) }
                json.key("primaryKey")
                json.array(["id"]) { $0.string($1) }
                json.key("foreignKeys")
                json.array(list.columns.filter { $0.refersTo != nil && $0.separator == nil }) { json, column in
                    json.object { json in
                        json.member("fields", values: [column.name])
                        json.key("reference")
                        json.object { json in
                            json.member("resource", column.refersTo)
                            json.member("fields", values: ["id"])
                        }
                    }
                }
            }
        }
    }
}

extension JSONText {
    fileprivate mutating func licences(_ licences: [Licence]) {
        array(licences) { json, licence in
            json.object { json in
                json.member("name", licence.id)
                json.member("path", licence.url)
            }
        }
    }

    /// Writes a column in the terms of Table Schema.
    fileprivate mutating func field(_ column: Column, in language: Language) {
        object { json in
            json.member("name", column.name)
            json.member("title", column.title(in: language))
            if let separator = column.separator {
                json.member("type", "list")
                json.member("delimiter", separator)
                json.member("itemType", "string")
            } else {
                switch column.datatype {
                case .string, .integer, .boolean, .date: json.member("type", column.datatype.rawValue)
                case .decimal: json.member("type", "number")
                case .edtf:
                    json.member("type", "string")
                    json.member("rdfType", "http://id.loc.gov/datatypes/edtf")
                case .uri:
                    json.member("type", "string")
                    json.member("format", "uri")
                }
            }
            guard column.isRequired else { return }
            json.key("constraints")
            json.object { json in
                json.member("required", value: true)
                if column.name == "id" { json.member("unique", value: true) }
            }
        }
    }
}
