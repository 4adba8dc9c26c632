import API
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@Suite("The description of the API in each language")
struct DescriptionLanguageTests {
    private let service: Service

    init() throws { service = try .inAllLanguages() }

    private func document(in tag: String) throws -> [String: Any] {
        try service.get("/api/v1/openapi.json?lang=\(tag)").json()
    }

    /// The texts of a description by their places; the schemas, which are English, and the examples, which are data, have
    /// none.
    private func texts(_ value: Any, at place: String = "") -> [String: String] {
        guard place != "/components/schemas", place != "/components/examples" else { return [:] }
        if let values = value as? [Any] {
            return texts(Dictionary(values.enumerated().map { ("\($0)", $1) }) { $1 }, at: place)
        }
        guard let members = value as? [String: Any] else { return [:] }
        var found: [String: String] = [:]
        for (name, value) in members {
            if let text = value as? String, ["summary", "description", "title"].contains(name) {
                found[place + "/" + name] = text
            } else {
                found.merge(texts(value, at: place + "/" + name)) { $1 }
            }
        }
        return found
    }

    /// A description without its texts and its examples.
    private func structure(_ value: Any, at place: String = "") -> Any {
        if let values = value as? [Any] { return values.map { structure($0, at: place) } }
        guard let members = value as? [String: Any], place != "/components/schemas" else { return value }
        let kept = members.filter { name, value in
            !(["summary", "description", "title"].contains(name) && value is String) && name != "examples"
        }
        return Dictionary(uniqueKeysWithValues: kept.map { ($0, structure($1, at: place + "/" + $0)) })
    }

    @Test(
        "has the same paths, parameters and schemas, and another text at each place",
        arguments: Service.tags.dropFirst())
    func places(tag: String) throws {
        let (english, own) = (try document(in: "en"), try document(in: tag))
        #expect((structure(english) as? NSDictionary) == (structure(own) as? NSDictionary))
        let (texts, ownTexts) = (texts(english), texts(own))
        #expect(Set(texts.keys) == Set(ownTexts.keys) && texts.count > 200)
        // The name of a thing of this trade is the same in German.
        for (place, text) in texts where text != "Schemas" { #expect(ownTexts[place] != text, "\(place)") }
        let phrases = EnglishPhrases(unlike: Catalogue.withHebrew.language(LanguageTag(tag)).words, areNames: true)
        // All but the dataset's own, which this one has in English as well.
        for (place, text) in ownTexts where !place.hasPrefix("/info") {
            #expect(phrases.found(in: text.replacing(/\/[^\s<"]*/, with: "")).isEmpty, "\(place): \(text)")
        }
        #expect(try service.get("/api/v1/openapi.json?lang=\(tag)").body.count < 1_500_000)
    }

    @Test("has a text at each place, and no key in its stead", arguments: Service.tags)
    func keys(tag: String) throws {
        for (place, text) in texts(try document(in: tag)) {
            let isSentence = place.contains("/paths/") || place.contains("/parameters/") || place.contains("/headers/")
            #expect(text.contains(isSentence ? /\p{L}.*\.$/ : /\p{L}/), "\(place)")
        }
        let text = try service.get("/llms.txt?lang=\(tag)").text
        for line in text.split(separator: "\n").drop(while: { !$0.hasPrefix("## ") }).dropFirst() {
            #expect(line.contains(/^- \[\/[^\]]*\]\(\/[^)]*\): .*\p{L}.*\.( \([-. a-z]+\))?$/), "\(line)")
        }
    }

    @Test("has every text that there is for it, and there is none besides")
    func complete() throws {
        let contact = SecurityContact("mailto:security@akistata.example", startedAt: Date(timeIntervalSince1970: 0))
        let document = try Service(security: contact).get("/api/v1/openapi.json").json()
        let told = Set(texts(document).filter { !$0.key.hasPrefix("/info") }.values)
        let words = Language.english.words
        for kind in [LabelKind.path, .parameter, .header, .tag] {
            for (key, text) in words.labels[kind.rawValue] { #expect(told.contains(text), "\(kind) \(key)") }
        }
    }

    @Test(
        "is chosen by the URL, or else by Accept-Language, and kept for no other language",
        arguments: ["/api/v1/openapi.json", "/llms.txt"])
    func negotiation(path: String) throws {
        let english = try service.get(path)
        #expect(english["Content-Language"] == "en" && english["Vary"] == "accept-language, accept-encoding")
        for _ in 1...3 {
            let preferred = try service.get(path, ["Accept-Language": "fr, lt;q=0.9"])
            let named = try service.get(path + "?lang=lt")
            for answer in [preferred, named] {
                #expect(answer["Content-Language"] == "lt" && answer.text.contains("Vienas įvykis."))
                #expect(answer["ETag"] != english["ETag"])
            }
            #expect(preferred.body == named.body)
            #expect(named["Vary"] == "accept-encoding")
            #expect(try service.get(path).body == english.body)
        }
        #expect(try service.get(path + "?lang=fr").status == 400)
    }

    @Test("has answers in its language as examples")
    func examples() throws {
        let components = try #require(try document(in: "lt")["components"] as? [String: Any])
        let example = try #require(
            (components["examples"] as? [String: Any])?["getStatisticsByIdAsJson"] as? [String: Any])
        let answer = try service.get("/api/v1/statistics/left", ["Accept-Language": "lt"]).json()
        let value = try #require(example["value"] as? [String: Any])
        #expect(NSDictionary(dictionary: value) == NSDictionary(dictionary: answer))
    }

    @Test("is of the dataset’s first language where none is asked for, and English around a language without words")
    func first() throws {
        let polish = try Service(snapshot: SmallDataset().told(in: ["pl", "en", "lt"]).load())
        let answer = try polish.get("/api/v1/openapi.json")
        #expect(answer["Content-Language"] == "pl" && answer.text.contains("Jedno wydarzenie."))
        let latvian = try Service(snapshot: SmallDataset().told(in: ["lv", "en", "lt"]).load())
        let other = try latvian.get("/api/v1/openapi.json")
        #expect(other["Content-Language"] == "lv" && other.text.contains("One event."))
        #expect(other.text.contains("Akistata: lv: A river in flood"))
    }
}
