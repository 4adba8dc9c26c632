package import Evidence
import Foundations

/// What a CSV file is, for programs: metadata of the W3C's CSV on the Web.
package struct CSVWText {
    package let columns: [Column]
    /// The CSV, relative to the metadata.
    package let url: String

    /// Takes each member as it is.
    package init(columns: [Column], url: String) {
        self.columns = columns
        self.url = url
    }

    package func write(_ identity: Dataset.Identity) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("@context", "http://www.w3.org/ns/csvw")
            json.member("url", url)
            json.key("dc:isPartOf")
            json.texts(identity.title)
            json.key("dc:license")
            json.object { $0.member("@id", identity.licence.url) }
            json.key("dc:rights")
            json.texts(identity.attribution)
            json.member("schema:version", identity.version)
            json.member("dc:issued", identity.released.description)
            json.key("tableSchema")
            json.object { json in
                json.key("columns")
                json.array(columns) { json, column in json.column(column) }
                if columns.contains(where: { $0.name == "id" }) { json.member("primaryKey", "id") }
            }
        }
        return json.octets
    }
}

extension JSONText {
    /// The header row must be a title of the column: what people call it stands beside.
    fileprivate mutating func column(_ column: Column) {
        object { json in
            json.member("name", column.name)
            json.member("titles", column.name)
            json.key("dc:title")
            json.texts(column.title)
            json.key("datatype")
            json.datatype(column.datatype)
            if column.isRequired { json.member("required", value: true) }
            json.member("separator", column.separator)
        }
    }

    private mutating func datatype(_ datatype: Column.Datatype) {
        switch datatype {
        case .edtf:
            object { json in
                json.member("@id", "http://id.loc.gov/datatypes/edtf")
                json.member("base", "string")
            }
        case .uri: string("anyURI")
        case .string, .integer, .decimal, .boolean, .date: string(datatype.rawValue)
        }
    }

    /// A text in every language, as JSON-LD values.
    fileprivate mutating func texts(_ text: LocalizedText) {
        array(Language.allCases) { json, language in
            json.object { json in
                json.member("@value", text[language])
                json.member("@language", language.rawValue)
            }
        }
    }
}
