package import Evidence
import Foundations
package import Wording

/// The metadata of a CSV file for programs, as defined by the W3C's CSV on the Web.
package struct CSVWText {
    package let columns: [Column]
    /// The URL of the CSV, relative to the metadata.
    package let url: String
    package let languages: [Language]

    /// Creates the metadata from its properties.
    package init(columns: [Column], url: String, languages: [Language]) {
        self.columns = columns
        self.url = url
        self.languages = languages
    }

    package func write(_ identity: Dataset.Identity) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("@context", "http://www.w3.org/ns/csvw")
            json.member("url", url)
            json.key("dc:isPartOf")
            json.texts(languages, identity.title.text)
            json.key("dc:license")
            json.object { $0.member("@id", identity.licence.url) }
            json.key("dc:rights")
            json.texts(languages, identity.attribution.text)
            json.member("schema:version", identity.version)
            json.member("dc:issued", identity.released.description)
            json.key("tableSchema")
            json.object { json in
                json.key("columns")
                json.array(columns) { json, column in json.column(column, languages) }
                if columns.contains(where: { $0.name == "id" }) { json.member("primaryKey", "id") }
            }
        }
        return json.bytes
    }
}

extension JSONText {
    /// Appends a column. Its `titles` must match the header row, so its title for people is a separate member.
    fileprivate mutating func column(_ column: Column, _ languages: [Language]) {
        object { json in
            json.member("name", column.name)
            json.member("titles", column.name)
            json.key("dc:title")
            json.texts(languages, column.title)
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

    /// Appends a text in every language that has it, as JSON-LD values.
    fileprivate mutating func texts(_ languages: [Language], _ text: (Language) -> String?) {
        let texts = languages.compactMap { language in text(language).map { (language, $0) } }
        array(texts) { json, own in
            json.object { json in
                json.member("@value", own.1)
                json.member("@language", own.0.rawValue)
            }
        }
    }
}
