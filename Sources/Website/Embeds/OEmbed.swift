import API
import Foundations
import HTTPCore

/// The response of an oEmbed provider: version 1.0, type `rich`.
struct OEmbed {
    /// The width of a frame in CSS pixels if it is not limited.
    static let width = 640
    /// The width of a frame in the column of a phone.
    static let narrowest = 280
    /// The time in seconds for which a consumer may cache it.
    private static let age = 86_400

    let title: String
    let origin: Origin
    let html: String
    let width: Int
    let height: Int

    /// Creates the response. `maxwidth` and `maxheight` are respected even if that makes the figures scroll.
    init(_ address: EmbedAddress, title: String, at origin: Origin, naturalHeight: Int, maxWidth: Int?, maxHeight: Int?)
    {
        self.title = title
        self.origin = origin
        width = min(OEmbed.width, maxWidth ?? .max)
        height = min(naturalHeight, maxHeight ?? .max)
        html = address.iframe(at: origin, title: title, width: width, height: height)
    }

    private var texts: [(name: String, value: String)] {
        [
            ("type", "rich"), ("version", "1.0"), ("title", title), ("provider_name", "Akistata"),
            ("provider_url", origin.description + "/"), ("html", html),
        ]
    }

    private var numbers: [(name: String, value: Int)] {
        [("width", width), ("height", height), ("cache_age", OEmbed.age)]
    }

    var json: [UInt8] {
        var json = JSONText()
        json.object { json in
            for text in texts { json.member(text.name, text.value) }
            for number in numbers { json.member(number.name, number.value) }
        }
        return json.bytes
    }

    var xml: [UInt8] {
        let elements = texts + numbers.map { ($0.name, String($0.value)) }
        let lines = elements.map { "  <\($0.name)>\(XMLText.escape($0.value))</\($0.name)>\n" }
        let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n"
        return Array((declaration + "<oembed>\n" + lines.joined() + "</oembed>\n").utf8)
    }
}
