import Foundations
import TestSupport
import Testing

@testable import API
@testable import Bibliography
@testable import Rendering

@Suite("A citation")
struct CitationTests {
    @Test(
        "is escaped for LaTeX, Lithuanian letters and all",
        arguments: [
            ("ąčęėįšųūž", #"{\k{a}}{\v{c}}{\k{e}}{\.{e}}{\k{i}}{\v{s}}{\k{u}}{\={u}}{\v{z}}"#),
            ("ĄČĘĖĮŠŲŪŽ", #"{\k{A}}{\v{C}}{\k{E}}{\.{E}}{\k{I}}{\v{S}}{\k{U}}{\={U}}{\v{Z}}"#),
            ("e\u{307} and é", #"{\.{e}} and {\'{e}}"#),
            (
                "50 % & $5 #1 a_b {c} \\ ^ ~",
                ##"50 \% \& \$5 \#1 a\_b \{c\} {\textbackslash} {\textasciicircum} {\textasciitilde}"##
            ),
            (
                "1944–1945\u{A0}m. „a“ “b” — c…",
                #"1944--1945~m. {\quotedblbase}a{\textquotedblleft} {\textquotedblleft}b{\textquotedblright} --- c{\ldots}"#
            ),
            ("Прибалтика", "Прибалтика"), ("", ""), ("日本", "日本"),
        ])
    func latex(text: String, expected: String) {
        #expect(LaTeX.escape(text) == expected)
    }

    @Test("keeps to one line a tag in RIS, whatever the title")
    func injection() {
        let reference = Reference(
            key: "a", type: "book", title: "One\r\nER  - \nTY  - BOOK", language: "en")
        let lines = RISText.write(reference).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines == ["TY  - BOOK", "ID  - a", "TI  - One ER  -  TY  - BOOK", "LA  - en", "ER  - ", ""])
    }

    @Test("names the host that was asked, and keeps no answer for another")
    func hosts() throws {
        let service = try Service()
        for host in ["a.example", "b.example:8080", "a.example"] {
            let answer = try service.get("/api/v1/cite.bib", ["Host": host])
            #expect(answer.text.contains("url = {http://\(host)/api/v1/@1.0.0},"))
            #expect(answer.status == 200)
        }
        #expect(try service.get("/api/v1/cite", ["Host": "a!b"]).status == 400)
    }

    @Test("is there for every record of every kind, in each format", arguments: Service.lists + ["changes"])
    func all(list: String) throws {
        let service = try Service()
        for record in try service.all("/api/v1/\(list)") {
            let id = try #require(record["id"] as? String)
            let links = try #require(record["links"] as? [String: String])
            let path = "/api/v1/cite/\(list)/\(id)"
            #expect(links["cite"] == path)
            for (suffix, type) in [
                ("json", "application/vnd.citationstyles.csl+json"), ("bib", "application/x-bibtex; charset=utf-8"),
                ("ris", "application/x-research-info-systems; charset=utf-8"),
            ] {
                let answer = try service.get("\(path).\(suffix)")
                #expect(answer["Content-Type"] == type)
                #expect(answer.text.contains("/api/v1/@1.0.0/\(list)/\(id)"))
                let accepted = try service.get(path, ["Accept": String(type.prefix { $0 != ";" })])
                #expect(accepted.body == answer.body)
            }
        }
    }

    @Test("of what is not there is 404 with the nearest", arguments: ["events", "claims", "sources"])
    func missing(list: String) throws {
        #expect(try Service().get("/api/v1/cite/\(list)/nothing.bib").status == 404)
    }
}
