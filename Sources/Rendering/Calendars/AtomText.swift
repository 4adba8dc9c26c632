import Archive
import Evidence
import Foundations
import Wording

/// The changes as an Atom feed (RFC 4287), latest first.
enum AtomText {
    @Sendable static func write(_ content: ListContent<Change>) -> [UInt8] {
        let (changes, snapshot, language) = (content.records, content.snapshot, content.language)
        let identity = snapshot.dataset.identity
        // Readers follow the first alternate: the page for people.
        let page = { (path: String) in content.page(path).map { link("alternate", "text/html", $0) } ?? "" }
        let own = content.address(APIPath.below("changes.atom?lang=\(language.rawValue)"))
        let entries = changes.map { change in
            """
              <entry>
                <id>\(name(identity.id, change.version))</id>
                <title>\(XMLText.escape(change.title(in: language, from: snapshot)))</title>
                <updated>\(midnight(change.date))</updated>
                \(page("/changes/" + change.id))\(link("alternate", Format.json.mediaRange, content.address(APIPath.below("changes", change.id))))
                <content type="text">\(XMLText.escape(text(of: change, in: language)))</content>
              </entry>

            """
        }
        let feed = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
              <id>\(name(identity.id))</id>
              <title>\(XMLText.escape(identity.title[language]))</title>
              <updated>\(midnight(changes.first?.date ?? identity.released))</updated>
              <author><name>Akistata</name></author>
              \(link("self", Format.atom.mediaRange, own))
              \(page("/changes"))\(link("alternate", Format.json.mediaRange, content.address(APIPath.below("changes"))))
              <link rel="license" href="\(XMLText.escape(identity.licence.url))"/>
              <rights>\(XMLText.escape(identity.attribution[language]))</rights>
            \(entries.joined())</feed>

            """
        return Array(feed.utf8)
    }

    private static func link(_ relation: String, _ type: String, _ address: String) -> String {
        "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escape(address))\"/>"
    }

    /// Returns the summary, followed by one line for each record.
    private static func text(of change: Change, in language: Language) -> String {
        let headings = [Word.added, .changed, .removed]
        let lines = zip(headings, [change.added, change.changed, change.removed]).flatMap { heading, names in
            names.map { "\(heading[language]): \($0.path)" }
        }
        let withdrawn = change.withdrawn.map {
            language.words.fill(.withdrawnVersion, ["reason": $0[language]])
        }
        return ([change.summary[language], withdrawn].compactMap { $0 } + lines).joined(separator: "\n")
    }

    /// Returns the day as a date and time at midnight UTC, because days have no time of their own.
    private static func midnight(_ day: CalendarDay) -> String { day.description + "T00:00:00Z" }

    /// Returns a URN that is the same on every server: a UUID of version 8 (RFC 9562 section 5.8) from two digests.
    private static func name(_ parts: String...) -> String {
        var (left, right) = (Digest(), Digest())
        for part in parts { left.add(part) }
        right.add(left.value)
        let digits = Array(left.hexadecimal + right.hexadecimal)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "urn:uuid:\(groups[0])-\(groups[1])-8\(groups[2].dropFirst())-a\(groups[3].dropFirst())-\(groups[4])"
    }
}
