import Checks
import Archive
import Evidence
import Foundations
import Rendering
import Wording

/// The response of `/api/v1`: what the dataset is, the labels of its vocabularies, and links to everything.
enum IndexEncoding {
    /// Encodes the response. Its links lead to the version that the request names, if it names one.
    static func encode(_ snapshot: Snapshot, at version: String?, in language: Language) -> [UInt8] {
        let located = { (path: String) in version.map { Permalink.path(path, version: $0) } ?? path }
        var json = JSONText()
        json.object { json in
            json.key("data")
            json.object { json in
                json.key("dataset")
                json.identity(snapshot.dataset.identity, in: language)
                json.key("vocabularies")
                json.vocabulary(snapshot.dataset.identity.vocabulary, in: language)
                json.key("counts")
                json.object { json in
                    for list in ListSummary.all(of: snapshot) { json.member(list.name, list.count) }
                }
            }
            json.key("links")
            json.object { json in
                json.member("self", located(APIPath.root))
                for list in ListSummary.all(of: snapshot) { json.member(list.name, located(APIPath.below(list.name))) }
                json.member("compare", located(APIPath.below("compare")))
                if let search = SearchRoutes.example(snapshot) { json.member("search", located(search)) }
                json.member("timeline", located(APIPath.below("timeline")))
                if !snapshot.dataset.events.isEmpty {
                    json.member("chronology", located("/charts/timeline.svg"))
                }
                json.member("calendar", located(APIPath.below("events.ics")))
                json.member("map", located(APIPath.below("events.geojson")))
                json.member("feed", located(APIPath.below("changes.atom")))
                json.member("cite", located(APIPath.below("cite")))
                json.member("timemap", Timemap.path)
                json.member("schemas", APIPath.below("schemas"))
                json.member("datapackage", "/datapackage.json")
                json.member("readiness", "/readyz")
                json.member("metrics", "/metrics")
                for link in DescriptionPath.links { json.member(link.relation, link.url) }
                json.member("robots", "/robots.txt")
                json.member("sitemap", "/sitemap.xml")
                json.member("describedby", SchemaPath.path(IndexRoutes.schema))
                json.member("license", snapshot.dataset.identity.licence.url)
            }
        }
        return json.bytes
    }
}

extension JSONText {
    fileprivate mutating func identity(_ identity: Dataset.Identity, in language: Language) {
        object { json in
            json.member("id", identity.id)
            json.member("version", identity.version)
            json.member("released", identity.released.description)
            json.member("title", identity.title[language])
            json.member("description", identity.description[language])
            json.member("period", identity.period.gregorianText(.whole))
            json.member("mainSource", identity.mainSource)
            json.key("licence")
            json.licence(identity.licence)
            json.member("attribution", identity.attribution[language])
            json.member("languages", values: identity.languages.map(\.rawValue))
        }
    }

    fileprivate mutating func vocabulary(_ vocabulary: Vocabulary, in language: Language) {
        object { json in
            json.key("units")
            json.array(vocabulary[.unit]) { json, term in
                json.term(term, vocabulary.units[term.id], in: language)
            }
            for kind in Vocabulary.Kind.allCases where kind != .unit {
                json.key(kind.plural)
                json.array(vocabulary[kind]) { json, term in
                    json.term(term, in: language)
                }
            }
            json.key("verdicts")
            json.array(Verdict.allCases) { json, verdict in json.term(verdict.rawValue, verdict.label, in: language) }
            json.key("discrepancyKinds")
            json.array(Discrepancy.Kind.allCases) { json, kind in json.term(kind.rawValue, kind.label, in: language) }
            json.key("readings")
            json.array(Reading.Label.allCases) { json, label in json.term(label.rawValue, label.label, in: language) }
        }
    }

    /// Writes a term; of a unit, also which values it allows.
    private mutating func term(_ term: Vocabulary.Term, _ unit: Unit? = nil, in language: Language) {
        object { json in
            json.member("id", term.id)
            json.member("label", term.label[language])
            json.member("note", term.note?[language])
            if let unit { json.values(of: unit) }
            if !term.sameAs.isEmpty { json.member("sameAs", values: term.sameAs) }
            guard let point = term.coordinates else { return }
            json.key("coordinates")
            json.object { json in
                json.member("latitude", value: point.latitude)
                json.member("longitude", value: point.longitude)
            }
        }
    }

    /// Writes which values a unit allows, how people read them, and what they convert to.
    private mutating func values(of unit: Unit) {
        member("kind", unit.kind.rawValue)
        member("minimum", value: unit.bounds.low)
        member("maximum", value: unit.bounds.high)
        member("decimals", value: unit.decimals)
        guard let conversion = unit.conversion else { return }
        key("convertsTo")
        object { json in
            json.member("unit", conversion.unit)
            json.member("factor", value: conversion.factor)
        }
    }

    /// Writes a value of the model.
    private mutating func term(_ id: String, _ label: Phrase, in language: Language) {
        object { json in
            json.member("id", id)
            json.member("label", label[language])
        }
    }
}
