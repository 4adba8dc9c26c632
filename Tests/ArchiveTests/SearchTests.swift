import Checks
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Archive
@testable import Foundations

@Suite("Search")
struct SearchTests {
    @Test("ranks as the formula of BM25 says, worked out word by word", arguments: 0..<20)
    func ranking(seed: Int) throws {
        let sample = try RandomEvents(count: 40 + seed, seed: UInt64(seed))
        let records = sample.events.map { event in
            // A text that is the same in both languages is one text.
            [event.title, event.summary].flatMap { Set([$0.english, $0.lithuanian]) }.flatMap(FoldedText.words)
        }
        let average = Double(records.joined().count) / Double(records.count)
        for query in ["flood", "upe house", "zem", "potvynis n", "relief flood hou"] {
            let sought = query.split(separator: " ").map(String.init)
            let isMatch = { (word: String, place: Int) in
                place == sought.count - 1 ? word.hasPrefix(sought[place]) : word == sought[place]
            }
            let having = sought.indices.map { place in
                Double(records.count { $0.contains { isMatch($0, place) } })
            }
            var expected: [(score: Double, position: Int)] = []
            for (position, words) in records.enumerated() {
                var score = 0.0
                var hasAll = true
                for place in sought.indices {
                    let often = Double(words.count { isMatch($0, place) })
                    hasAll = hasAll && often > 0
                    let inverse = log((Double(records.count) - having[place] + 0.5) / (having[place] + 0.5) + 1)
                    let length = Double(words.count) / average
                    score += inverse * (often * 2.2) / (often + 1.2 * (0.25 + 0.75 * length))
                }
                if hasAll { expected.append((score, position)) }
            }
            expected.sort { ($1.score, $0.position) < ($0.score, $1.position) }
            let found = try search(query, in: sample.snapshot)
            #expect(found.hits.count == expected.count)
            for (hit, expected) in zip(found.hits, expected) {
                let score = try #require(hit.score)
                #expect(abs(score - expected.score) < 1e-9)
            }
            #expect(Set(found.hits.map(\.position)) == Set(expected.map(\.position)))
            #expect(found.page.total == expected.count && found.candidates == expected.count)
        }
    }

    private func search(
        _ text: String, in snapshot: Snapshot, kinds: Set<String>? = nil, language: LanguageTag = .english,
        cursor: String? = nil, limit: Int = 1_000
    ) throws -> SearchResult {
        try snapshot.search.search(
            SearchQuery(text), kinds: kinds ?? Set(snapshot.search.kinds), language: language, cursor: cursor,
            limit: limit)
    }

    @Test(
        "finds records of every kind, in both languages, by words, beginnings and phrases",
        arguments: [
            ("bank", "statistics/left statistics/right claims/left-main claims/left-other claims/right-main"),
            ("krant", "statistics/left statistics/right statistics/both claims/both-main discrepancies/banks"),
            ("KAIRYSIS krant", "statistics/left claims/left-main claims/left-other"),
            ("\"left bank\"", "statistics/left claims/left-main claims/left-other"),
            ("\"bank left\"", ""), ("\"lef\"", ""),
            (
                "1300",
                "statistics/left claims/left-other discrepancies/banks discrepancies/left-claims checks/left-of-both"
            ),
            (
                "\"some 1 300\"",
                "statistics/left claims/left-other discrepancies/banks discrepancies/left-claims checks/left-of-both"
            ),
            ("„Dešinysis krantas“", "statistics/right claims/right-main"),
            ("upė ona", "sources/chronicle"), ("potvynis pakilo", "events/flood"),
        ])
    func finds(query: String, expected: String) throws {
        let snapshot = try SmallDataset().load()
        let ids = try search(query, in: snapshot).hits.map { $0.kind + "/" + $0.id }
        let sought = expected.split(separator: " ").map(String.init)
        #expect(Set(ids).isSuperset(of: sought), "\(ids)")
        if sought.count < 5 { #expect(ids.count == sought.count, "\(ids)") }
        let kinds = Set(sought.map { String($0.prefix { $0 != "/" }) })
        // Which checks are found depends on whether discrepancies are sought.
        for kind in kinds where kind != "checks" {
            let found = try search(query, in: snapshot, kinds: [kind])
            #expect(found.hits.allSatisfy { $0.kind == kind } && found.page.total == ids.count { $0.hasPrefix(kind) })
        }
    }

    @Test("A check that is a discrepancy is found as that, and as a check where no discrepancies are sought")
    func once() throws {
        let snapshot = try SmallDataset().load()
        let ids = try search("krant", in: snapshot).hits.map { $0.kind + "/" + $0.id }
        #expect(ids.contains("discrepancies/banks") && !ids.contains("checks/banks"))
        let checks = try search("krant", in: snapshot, kinds: ["checks"]).hits.map(\.id)
        #expect(checks == ["banks"])
    }

    @Test(
        "A token tells where its word stands, in UTF-16 code units",
        arguments: [
            ("Žemė ir upė", "zeme 0-4,ir 5-7,upe 8-11"), ("😀 a😀b", "a 3-4,b 6-7"),
            ("e\u{301}te\u{301} x", "ete 0-5,x 6-7"), ("47,310–1931", "47 0-2,310 3-6,1931 7-11"), ("–", ""),
            ("𝐀bc", "bc 2-4"), ("ПАВОДОК", "паводок 0-7"),
        ])
    func tokens(text: String, expected: String) {
        let tokens = Token.all(in: text)
        let told = tokens.map { "\($0.word) \($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: ",")
        // A mathematical letter is a letter to some versions of Unicode's properties.
        #expect(told == expected || text.hasPrefix("𝐀"))
        #expect(tokens.map(\.word) == FoldedText.words(of: text))
        for token in tokens {
            let slice = String(decoding: Array(text.utf16)[token.range], as: UTF16.self)
            #expect(FoldedText.fold(slice) == token.word)
        }
    }

    @Test("Tokens of any text are the words of the index, in their places", arguments: 0..<50)
    func tokensOfAnything(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let scalars = "aŽ9 -,é\u{301}😀ßДΑ\u{303}ij„“\u{A0}".unicodeScalars.map { $0 }
        for _ in 0..<50 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            let tokens = Token.all(in: text)
            #expect(tokens.map(\.word) == FoldedText.words(of: text))
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            let units = Array(text.utf16)
            for token in tokens {
                #expect(FoldedText.fold(String(decoding: units[token.range], as: UTF16.self)) == token.word, "\(text)")
            }
        }
    }

    @Test("A hit has the texts of the language asked for, unless more of the words stand in the other")
    func languages() throws {
        let snapshot = try SmallDataset().load()
        let flood = { (query: String, language: LanguageTag) in
            try #require(
                try search(query, in: snapshot, kinds: ["events"], language: language).hits.first)
        }
        #expect(try flood("potvynis", .english).language == .lithuanian)
        #expect(try flood("flood", .lithuanian).language == .english)
        let hit = try flood("river rose", .english)
        #expect(hit.passages.map(\.member) == ["title", "summary"])
        #expect(hit.passages[0].highlights == [])
        #expect(hit.passages[1].highlights == [4..<9, 10..<14])
    }

    @Test(
        "What finds nothing is told the nearest words that do occur, as they are written",
        arguments: [
            ("flod", "flood"), ("the flodo", "the flood"), ("potvinis", "potvynis"),
            ("kaiyrsis krantas", "kairysis krantas"),
            ("qqqqqq", nil), ("flood boats", nil), ("desinisys", "dešinysis"),
        ] as [(String, String?)])
    func suggestion(query: String, expected: String?) throws {
        let found = try search(query, in: try SmallDataset().load())
        #expect(found.hits.isEmpty)
        #expect(found.suggestion == expected)
    }

    @Test(
        "A query that is none says what is wrong, and where",
        arguments: [
            ("a \"b", .unclosedQuotation(position: 2)), ("\"a\" 😀“", .unclosedQuotation(position: 6)),
            ("", .noWord), ("– \"\"", .noWord),
            (String(repeating: "a ", count: 17), .tooManyWords(17)),
        ] as [(String, SearchQueryError)])
    func malformed(text: String, error: SearchQueryError) {
        #expect(throws: error) { try SearchQuery(text) }
    }

    @Test("What more records have than are read is found whole: the ranked ones first, then the others")
    func bounded() throws {
        let count = SearchIndex.mostRead + 50
        let snapshot = try RandomEvents(count: 8 * count, seed: 3).snapshot
        let whole = try search("flood", in: snapshot)
        #expect(whole.candidates > count && whole.page.total == whole.candidates)
        #expect(whole.read == SearchIndex.mostRead)
        #expect(whole.hits.prefix(whole.read).allSatisfy { $0.score != nil })
        #expect(whole.hits.dropFirst(whole.read).allSatisfy { $0.score == nil })
        var positions: [Int] = []
        var cursor: String?
        repeat {
            let page = try search("flood", in: snapshot, cursor: cursor, limit: 170)
            positions += page.hits.map(\.position)
            cursor = page.page.next
        } while cursor != nil
        #expect(positions.prefix(1_000) == whole.hits.map(\.position)[...])
        #expect(positions.count == whole.page.total && Set(positions).count == positions.count)
        let phrase = try search("\"flood flood\"", in: snapshot)
        #expect(phrase.candidates == whole.candidates && phrase.read == SearchIndex.mostRead)
        #expect(phrase.page.total < phrase.read && !phrase.hits.isEmpty)
    }

    @Test("A cursor belongs to its search")
    func cursors() throws {
        let snapshot = try RandomEvents(count: 60, seed: 5).snapshot
        let cursor = try #require(try search("flood", in: snapshot, limit: 2).page.next)
        #expect(try search("FLOOD", in: snapshot, cursor: cursor, limit: 5).hits.count == 5)
        for (query, kinds) in [("house", nil), ("\"flood\"", nil), ("flood", ["events"])] as [(String, Set<String>?)] {
            #expect(throws: QueryError.self) { try search(query, in: snapshot, kinds: kinds, cursor: cursor) }
        }
        #expect(throws: QueryError.self) { try search("flood", in: snapshot, limit: 0) }
    }

    @Test(
        "finds texts in any script, as people write them",
        arguments: [
            ("蒙古军队在1241年", "蒙古军队"), ("蒙古军队在1241年", "军队 1241"), ("Ἡ μάχη τῆς Λειγνίτσης", "μαχη λειγνιτσης"),
            ("Ἡ μάχη τῆς Λειγνίτσης", "ΜΆΧΗ ΤΗΣ"), ("الجيش المُغُولي في سنة ١٢٤١", "المغولي 1241"),
            ("الجيش المُغُولي في سنة ١٢٤١", "الجـيش"), ("מִסְפַּר הלוחמים של צה״ל", "מספר צה\"ל"), ("מלך המלכים", "מלכ"),
            ("Bitwa pod Legnicą, łucznicy", "legnica ŁUCZ"), ("Чисельність війська: їхня облога", "ЧИСЕЛЬНІСТЬ їхня"),
            ("Битва під Лейпцигом", "леипциг"), ("Größe der Heere", "GRÖßE heer"),
        ])
    func scripts(title: String, query: String) throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #"{"en": "The flood", "lt": "Potvynis"}"#, with: #"{"en": "\#(title)", "lt": "Potvynis"}"#,
                in: "events.json"))
        #expect(try search(query, in: dataset.load(), kinds: ["events"]).hits.count == 1)
    }

    @Test("takes letters that touch each other in a script without spaces for a phrase")
    func phrase() throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #"{"en": "The flood", "lt": "Potvynis"}"#, with: #"{"en": "军人入队", "lt": "Potvynis"}"#, in: "events.json"
            ))
        let snapshot = try dataset.load()
        #expect(try search("军队", in: snapshot).hits.isEmpty)
        #expect(try search("军 队", in: snapshot).hits.count == 1)
    }
}
