package import Archive
import Evidence
import Foundations
package import Wording

/// JSON-LD 1.1 in the terms of schema.org, with PROV for the provenance of figures and the Web Annotation vocabulary
/// for their places in a source. The context is embedded, so that nothing has to be fetched. `@id`s are paths, which
/// resolve against the document's own URL or, if the origin is known, against that, so that a saved file says the same.
/// Texts are in every language.
package enum LinkedText {
    /// The members of the JSON-LD context, but for `@base`. Terms without an entry are those of schema.org.
    private static let context = """
        "@version":1.1,"@vocab":"https://schema.org/",\
        "dcterms":"http://purl.org/dc/terms/","oa":"http://www.w3.org/ns/oa#","prov":"http://www.w3.org/ns/prov#",\
        "rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","xsd":"http://www.w3.org/2001/XMLSchema#",\
        "name":{"@container":"@language"},"alternateName":{"@container":"@language"},\
        "description":{"@container":"@language"},"text":{"@container":"@language"},\
        "creditText":{"@container":"@language"},"unitText":{"@container":"@language"},\
        "about":{"@type":"@id"},"contentUrl":{"@type":"@id"},"isBasedOn":{"@type":"@id"},"license":{"@type":"@id"},\
        "url":{"@type":"@id"},"sameAs":{"@type":"@id"},\
        "latitude":{"@type":"xsd:decimal"},"longitude":{"@type":"xsd:decimal"},\
        "variableMeasured":{"@type":"@id"},"observations":{"@reverse":"variableMeasured"},\
        "value":{"@type":"xsd:decimal"},"minValue":{"@type":"xsd:decimal"},"maxValue":{"@type":"xsd:decimal"},\
        "date":{"@id":"dcterms:date","@type":"http://id.loc.gov/datatypes/edtf"},\
        "partOf":{"@id":"dcterms:isPartOf"},"relation":{"@id":"dcterms:relation","@type":"@id"},\
        "wasDerivedFrom":{"@id":"prov:wasDerivedFrom","@type":"@id"},\
        "hadPrimarySource":{"@id":"prov:hadPrimarySource","@type":"@id"},"wasQuotedFrom":{"@id":"prov:wasQuotedFrom"},\
        "SpecificResource":"oa:SpecificResource","FragmentSelector":"oa:FragmentSelector",\
        "TextQuoteSelector":"oa:TextQuoteSelector","hasSource":{"@id":"oa:hasSource","@type":"@id"},\
        "hasSelector":"oa:hasSelector","refinedBy":"oa:refinedBy","exact":"oa:exact","fragment":"rdf:value"
        """

    /// Returns a single record of the list at `path`.
    package static func item(
        _ record: some LinkedRecord, in path: String, of snapshot: Snapshot, languages: [Language],
        origin: String? = nil
    ) -> [UInt8] {
        document(origin) { json in
            json.member("@id", "\(path)/\(record.id)" + snapshot.supposed)
            record.writeNode(&json, from: snapshot, in: languages)
            json.key("partOf")
            json.object { $0.dataset(snapshot.dataset.identity, in: languages) }
        }
    }

    /// Returns a part of the dataset, with its records as the items of a list. `url` is its own URL; `total` is the
    /// number of records on all pages.
    package static func list<Record: LinkedRecord>(
        _ records: [Record], in path: String, at url: String, of total: Int?, _ snapshot: Snapshot,
        in languages: [Language], origin: String? = nil
    ) -> [UInt8] {
        document(origin) { json in
            json.member("@id", url)
            json.member("@type", values: Record.listTypes)
            json.texts("name", snapshot.dataset.identity.title, in: languages)
            json.texts("description", snapshot.dataset.identity.description, in: languages)
            json.member("numberOfItems", total ?? records.count)
            json.terms(of: snapshot.dataset.identity, in: languages)
            json.key("partOf")
            json.object { $0.dataset(snapshot.dataset.identity, in: languages) }
            json.key("itemListElement")
            json.array(records) { json, record in
                json.object { json in
                    json.member("@id", "\(path)/\(record.id)" + snapshot.supposed)
                    record.writeNode(&json, from: snapshot, in: languages)
                }
            }
        }
    }

    /// Returns the dataset, and where its parts can be downloaded.
    package static func dataset(_ snapshot: Snapshot, in languages: [Language], origin: String? = nil) -> [UInt8] {
        let identity = snapshot.dataset.identity
        return document(origin) { json in
            json.dataset(identity, in: languages)
            json.texts("description", identity.description, in: languages)
            json.member("temporalCoverage", identity.period.gregorianText(.whole))
            json.member("date", identity.period.gregorianText(.whole))
            json.member("inLanguage", values: languages.map(\.rawValue))
            json.member("isBasedOn", APIPath.below("sources", identity.mainSource))
            json.key("distribution")
            json.array(ListSummary.all(of: snapshot)) { json, list in
                json.object { json in
                    json.types("DataDownload")
                    json.member("contentUrl", APIPath.below("\(list.name).ndjson"))
                    json.member("encodingFormat", Format.ndjson.mediaRange)
                }
            }
        }
    }

    private static func document(_ origin: String?, _ write: (inout JSONText) -> Void) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.key("@context")
            json.object { json in
                json.member("@base", origin.map { $0 + "/" })
                json.raw(context.utf8)
            }
            write(&json)
        }
        return json.bytes
    }
}
