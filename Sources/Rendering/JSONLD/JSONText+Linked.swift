import Archive
package import Evidence
import Foundations
package import Wording

/// The members that several kinds of node have in common.
extension JSONText {
    package mutating func types(_ types: String...) {
        key("@type")
        if types.count == 1 { string(types[0]) } else { array(types) { $0.string($1) } }
    }

    /// Appends a language map of the texts that `text` returns, without the languages for which it returns nil.
    mutating func texts(_ name: String, in languages: [Language], _ text: (Language) -> String?) {
        key(name)
        object { json in
            for language in languages { json.member(language.rawValue, text(language)) }
        }
    }

    /// Appends a language map; nothing for nil.
    package mutating func texts(_ name: String, _ text: LocalizedText?, in languages: [Language]) {
        if let text { texts(name, in: languages, text.text) }
    }

    /// Appends a language map with several texts in each language; nothing if there are none.
    package mutating func texts(_ name: String, _ texts: [LocalizedText], in languages: [Language]) {
        guard texts.count > 1 else { return self.texts(name, texts.first, in: languages) }
        key(name)
        object { json in
            for language in languages {
                let own = texts.compactMap { $0.text(in: language) }
                if !own.isEmpty { json.member(language.rawValue, values: own) }
            }
        }
    }

    /// Appends the paths of records; nothing if there are none.
    package mutating func paths(_ name: String, _ kind: String, _ ids: [String]) {
        guard !ids.isEmpty else { return }
        member(name, values: ids.map { APIPath.below(kind, $0) })
    }

    /// Appends terms of vocabularies as keywords.
    mutating func keywords(_ terms: [(id: String, label: Phrase)], in languages: [Language]) {
        key("keywords")
        array(terms) { json, term in
            json.object { json in
                json.types("DefinedTerm")
                json.member("termCode", term.id)
                json.texts("name", in: languages, term.label.text)
            }
        }
    }

    /// Appends the addresses of the same thing, and where it is; nothing if they are not known.
    mutating func identity(of term: Vocabulary.Term) {
        if !term.sameAs.isEmpty { member("sameAs", values: term.sameAs) }
        guard let point = term.coordinates else { return }
        key("geo")
        object { json in
            json.types("GeoCoordinates")
            json.member("latitude", point.latitude.description)
            json.member("longitude", point.longitude.description)
        }
    }

    /// Appends the members that identify the dataset, and its terms.
    package mutating func dataset(_ identity: Dataset.Identity, in languages: [Language]) {
        member("@id", APIPath.root)
        types("Dataset")
        member("identifier", identity.id)
        texts("name", identity.title, in: languages)
        terms(of: identity, in: languages)
    }

    /// Appends version, licence and attribution.
    package mutating func terms(of identity: Dataset.Identity, in languages: [Language]) {
        member("version", identity.version)
        key("datePublished")
        object { json in
            json.member("@value", identity.released.description)
            json.member("@type", "xsd:date")
        }
        member("license", identity.licence.url)
        texts("creditText", identity.attribution, in: languages)
    }

    /// Appends the sources of something and the places in them, each with the printed token that is found there.
    mutating func provenance(_ citations: [Citation], from snapshot: Snapshot) {
        let sources = citations.map(\.source).uniqued()
        let primary = sources.filter { snapshot.sources[$0]?.independence == .primary }
        paths("wasDerivedFrom", "sources", sources)
        paths("hadPrimarySource", "sources", primary)
        let places = citations.flatMap { citation in citation.printed.map { (citation, $0) } }
        guard !places.isEmpty else { return }
        key("wasQuotedFrom")
        array(places) { json, place in json.place(place.0, printed: place.1) }
    }

    /// Appends a place: the locator selects the passage, and the quotation the token in it.
    private mutating func place(_ citation: Citation, printed: String) {
        let quote = { (json: inout JSONText) in
            json.object { json in
                json.types("TextQuoteSelector")
                json.member("exact", printed)
            }
        }
        object { json in
            json.types("SpecificResource")
            json.member("hasSource", APIPath.below("sources", citation.source))
            json.key("hasSelector")
            guard let fragment = citation.locator.fragment else { return quote(&json) }
            json.object { json in
                json.types("FragmentSelector")
                json.member("fragment", fragment)
                json.key("refinedBy")
                quote(&json)
            }
        }
    }
}
