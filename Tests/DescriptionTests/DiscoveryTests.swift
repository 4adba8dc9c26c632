import API
import Evidence
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@Suite("What leads to the API")
struct DiscoveryTests {
    private static let absolute = ["/robots.txt", "/sitemap.xml", "/sitemaps/events-1.xml", "/.well-known/api-catalog"]

    @Test("has absolute addresses by the host of each request, and keeps none for another host", arguments: absolute)
    func hosts(path: String) throws {
        let service = try Service()
        for host in ["akistata.example", "[::1]:8080", "127.0.0.1:80", "akistata.example"] {
            let answer = try service.get(path, ["Host": host])
            #expect(answer.status == 200)
            #expect(answer.text.contains("http://\(host)/"))
            for other in ["akistata.example", "[::1]:8080", "127.0.0.1:80"] where other != host {
                #expect(!answer.text.contains(other))
            }
        }
    }

    @Test(
        "refuses a host that no host name has", arguments: absolute,
        ["a%41b", "a'b", "a,b", "(a)", "-a", ".", "a;b"])
    func strangeHosts(path: String, host: String) throws {
        let answer = try Service().get(path, ["Host": host])
        #expect(answer.status == 400)
        #expect(!answer.text.contains("http://\(host)"))
    }

    @Test("has the address that was configured, whatever the request says", arguments: absolute)
    func configured(path: String) throws {
        let service = try Service(origin: Origin("https://akistata.example"))
        for host in ["other.example", "a_b"] {
            let text = try service.get(path, ["Host": host]).text
            #expect(text.contains("https://akistata.example/"))
            #expect(!text.contains(host))
        }
    }

    @Test(
        "takes for an address a scheme and a host, and a path of plain segments",
        arguments: [
            ("https://akistata.example", true), ("http://localhost:8080", true), ("http://[2001:db8::1]:1", true),
            ("akistata.example", false), ("https://", false), ("https://a/", false), ("https://a/b", true),
            ("https://a/b-1/c_2", true), ("https://a/b/", false), ("https://a//b", false), ("https://a/..", false),
            ("https://a/%20", false), ("https://a/b.c", false),
            ("ftp://a", false), ("https://a@b", false), ("https://a:", false), ("https://a:65536", false),
            ("https://a:+1", false), ("https://[::1", false), ("https://[]", false), ("https://[g]", false),
            ("https://a b", false), ("https://ą", false), ("https://a?b", false),
        ])
    func origins(text: String, isOne: Bool) {
        #expect(Origin(text)?.description == (isOne ? text : nil))
    }

    @Test("is a linkset from the catalogue to the API, and from there to what describes it")
    func catalogue() throws {
        let answer = try Service().get("/.well-known/api-catalog")
        #expect(
            answer["Content-Type"]
                == "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"")
        #expect(answer["Link"]?.contains("</.well-known/api-catalog>; rel=\"api-catalog\"") == true)
        let linkset = try #require(try answer.json()["linkset"] as? [[String: Any]])
        let item = try #require((linkset.first?["item"] as? [[String: String]])?.first?["href"])
        let api = try #require(linkset.first { $0["anchor"] as? String == item })
        for relation in ["service-desc", "service-doc", "status", "license"] {
            #expect((api[relation] as? [[String: String]])?.first?["href"]?.hasPrefix("http") == true)
        }
    }

    @Test("stands in the index, in its body and in the Link field")
    func index() throws {
        let answer = try Service().get("/api/v1")
        let links = try answer.links()
        for relation in ["service-desc", "service-doc", "api-catalog", "status", "describedby", "license"] {
            let url = try #require(links[relation] as? String)
            #expect(answer["Link"]?.contains("<\(url)>; rel=\"\(relation)\"") == true, "\(relation)")
        }
    }

    @Test("says of each unit which values it allows")
    func units() throws {
        let index = try Service().get("/api/v1").json()
        let data = try #require(index["data"] as? [String: Any])
        let vocabularies = try #require(data["vocabularies"] as? [String: Any])
        let units = try #require(vocabularies["units"] as? [[String: Any]])
        let percent = try #require(units.first { $0["id"] as? String == "percent" })
        let bags = try #require(units.first { $0["id"] as? String == "bags" })
        #expect(percent["kind"] as? String == "percentage")
        #expect(percent["minimum"] as? Int == 0 && percent["maximum"] as? Int == 100)
        #expect(bags["minimum"] as? Int == 0 && bags["maximum"] is NSNull)
        #expect(bags["decimals"] as? Int == 0 && bags["convertsTo"] == nil)
    }

    @Test("lists every record in the sitemap")
    func sitemap() throws {
        let service = try Service()
        let addresses = { (path: String) in
            try service.get(path).text.matches(of: /<loc>http:\/\/localhost([^<]+)<\/loc>/).map { String($0.1) }
        }
        let files = try addresses("/sitemap.xml")
        let urls = try files.flatMap(addresses)
        for list in Service.lists {
            for record in try service.all("/api/v1/\(list)?fields=id") {
                #expect(urls.contains("/api/v1/\(list)/\(record["id"] as? String ?? "")"))
            }
        }
        #expect(urls.contains("/api/v1/events"))
    }

    @Test(
        "has no part of the sitemap but those of its index",
        arguments: [
            "events-0.xml", "events-2.xml", "events-01.xml", "events--1.xml", "events-9223372036854775807.xml",
            "events-.xml", "events-1", "nothing-1.xml", "-1.xml", "pages",
        ])
    func missingParts(file: String) throws {
        #expect(try Service().get("/sitemaps/" + file).status == 404)
    }

    @Test(
        "names whom to tell of a weakness where that is configured, for less than a year and the same at each request")
    func security() throws {
        let path = "/.well-known/security.txt"
        #expect(try Service().get(path).status == 404)
        let started = Date(timeIntervalSince1970: 1_800_000_000)
        let contact = try #require(SecurityContact("mailto:security@akistata.example", startedAt: started))
        let service = try Service(security: contact)
        let answer = try service.get(path)
        #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
        #expect(
            answer.text == """
                Contact: mailto:security@akistata.example
                Expires: 2027-07-14T08:00:00Z
                Preferred-Languages: en, lt
                Canonical: http://localhost/.well-known/security.txt

                """)
        #expect(try service.get(path).body == answer.body)
    }

    @Test(
        "takes for a contact a URI alone",
        arguments: ["", "security@akistata.example", "mailto:", "http://a", "mailto:a b", "https://ą", "mailto:a\nb"])
    func contacts(text: String) {
        #expect(SecurityContact(text, startedAt: Date(timeIntervalSince1970: 0)) == nil)
    }
}

@Suite("Every answer")
struct DatasetNoticeTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test("carries version, licence and attribution, in its language", arguments: Service.lists)
    func notice(list: String) throws {
        for path in ["/api/v1/\(list)?limit=1", try item(of: list)] {
            for (language, word) in [("en", "Based on"), ("lt", "Parengta pagal")] {
                let meta = try service.get(path, ["Accept-Language": language]).meta()
                #expect(meta["version"] as? String == "1.0.0")
                #expect((meta["licence"] as? [String: String])?["id"] == "CC-BY-4.0")
                #expect((meta["attribution"] as? String)?.contains(word) == true)
            }
        }
    }

    @Test("links to its schema, its licence and its other formats", arguments: Service.lists)
    func links(list: String) throws {
        for path in ["/api/v1/\(list)?lang=lt", try item(of: list)] {
            let answer = try service.get(path)
            let field = try #require(answer["Link"])
            let schema = try #require(try answer.links()["describedby"] as? String)
            #expect(field.contains("<\(schema)>; rel=\"describedby\"; type=\"application/schema+json\""))
            #expect(try service.get(schema).status == 200)
            #expect(field.contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\""))
            let alternates = field.matches(of: /<([^>]+)>; rel="alternate"; type="([^"]+)"/)
            #expect(alternates.count > 1)
            for alternate in alternates {
                let other = try service.get(String(alternate.1))
                #expect(other.status == 200)
                #expect(other["Content-Type"]?.hasPrefix(alternate.2) == true)
            }
        }
    }

    @Test("in another format leaves out what means nothing there")
    func alternates() throws {
        let link = try service.get("/api/v1/events?pretty=true&category=law&limit=2")["Link"]
        #expect(link?.contains("</api/v1/events.ndjson?category=law&limit=2>") == true)
        #expect(link?.contains("</api/v1/events.json?pretty=true&category=law&limit=2>") == true)
        let suffixed = try service.get("/api/v1/events.ndjson?limit=2")["Link"]
        #expect(suffixed?.contains("</api/v1/events.json?limit=2>") == true)
        #expect(suffixed?.contains("</api/v1/events.ndjson?limit=2>; rel=\"alternate\"") == false)
    }

    private func item(of list: String) throws -> String {
        "/api/v1/\(list)/\(try #require(try service.get("/api/v1/\(list)?limit=1&fields=id").ids().first))"
    }
}
