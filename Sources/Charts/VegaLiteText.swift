import Evidence
import Foundations
import Rendering
import Wording

/// A chart as Vega-Lite 5 with embedded data: ranges as lines with points on them, what they measure on the left and
/// the figures on the right, licence and attribution at the bottom.
package enum VegaLiteText {
    private static let lineHeight = 14

    package static func write(_ chart: Chart) -> [UInt8] {
        let language = chart.language
        let lines = chart.rows.map { max($0.label(in: language).count, $0.figure.count) }.max() ?? 1
        let kind = NumberScale.Kind(over: chart.values)
        let layers =
            marks(kind) + (chart.rows.contains { $0.kind == .implied } ? bars(kind) : [])
            + [credit(TextLines.wrap(chart.identity.attribution[language], to: 100))]
        var json = JSONText()
        json.object { json in
            json.member("$schema", "https://vega.github.io/schema/vega-lite/v5.json")
            json.member("description", chart.description(of: chart.rows))
            json.key("usermeta")
            json.object { json in
                json.member("dataset", chart.identity.id)
                json.member("version", chart.identity.version)
                json.key("licence")
                json.licence(chart.identity.licence)
                json.member("attribution", chart.identity.attribution[language])
            }
            json.key("title")
            json.object { json in
                json.member("text", values: TextLines.wrap(chart.title[language]))
                json.member(
                    "subtitle",
                    values: [chart.subject, language.words[.chartLegend]] + kind.notes(in: language.words)
                        + [chart.note?.withFullStop].compactMap { $0 })
                json.member("anchor", "start")
                json.member("offset", 16)
            }
            json.member("width", 380)
            json.key("height")
            json.object { $0.member("step", (lines + 1) * lineHeight) }
            json.key("config")
            json.object { $0.locale(of: language) }
            json.key("data")
            json.object { json in
                json.key("values")
                json.array(chart.rows) { $0.row($1, in: language) }
            }
            json.key("layer")
            json.array(layers) { $0.raw($1.utf8) }
        }
        return json.bytes
    }

    /// Returns the marks. A range without an end runs off the picture as a dashed line.
    private static func marks(_ kind: NumberScale.Kind) -> [String] {
        let open = """
            {"transform":[{"filter":"datum.low === null && datum.high !== null"}],\
            "mark":{"type":"rule","strokeWidth":6,"opacity":0.35,"strokeDash":[10,8],"color":"#31688e"},\
            "encoding":{"y":\(row),"x":\(position("high", kind)),"x2":{"value":0}}}
            """
        return [open] + ranges(kind)
    }

    /// Returns the edges of what the rest of the evidence allows, around its line: a bar, or at an open end none.
    private static func bars(_ kind: NumberScale.Kind) -> [String] {
        let ends = ["low", "high"].map { end in
            """
            {"transform":[{"filter":"datum.kind === 'implied' && datum.\(end) !== null"}],\
            "mark":{"type":"tick","thickness":2,"size":18,"opacity":1,"color":"#31688e"},\
            "encoding":{"y":\(row),"x":\(position(end, kind))}}
            """
        }
        let edges = [-9, 9].map { offset in
            """
            {"transform":[{"filter":"datum.kind === 'implied' && datum.low !== null && datum.high !== null"}],\
            "mark":{"type":"rule","strokeWidth":2,"yOffset":\(offset),"color":"#31688e"},\
            "encoding":{"y":\(row),"x":\(position("low", kind)),"x2":{"field":"high"}}}
            """
        }
        return ends + edges
    }

    private static func ranges(_ kind: NumberScale.Kind) -> [String] {
        [
            """
            {"transform":[{"filter":"datum.low !== null && datum.high !== null"}],\
            "mark":{"type":"rule","strokeWidth":6,"opacity":0.35,"strokeCap":"round","color":"#31688e"},\
            "encoding":{"y":\(row),"x":\(position("low", kind)),"x2":{"field":"high"}}}
            """,
            """
            {"transform":[{"filter":"datum.low !== null && datum.high === null"}],\
            "mark":{"type":"rule","strokeWidth":6,"opacity":0.35,"strokeDash":[10,8],"color":"#31688e"},\
            "encoding":{"y":\(row),"x":\(position("low", kind)),"x2":{"value":"width"}}}
            """,
            """
            {"transform":[{"filter":"datum.value !== null"}],\
            "mark":{"type":"point","filled":true,"size":90,"opacity":1,"color":"#440154"},\
            "encoding":{"y":\(row),"x":\(position("value", kind))}}
            """,
            """
            {"mark":{"type":"text","align":"right","baseline":"middle","lineHeight":\(lineHeight),"dx":-16},\
            "encoding":{"y":\(row),"x":{"value":0},"text":{"field":"label"}}}
            """,
            """
            {"mark":{"type":"text","align":"left","baseline":"middle","lineHeight":\(lineHeight),"dx":16},\
            "encoding":{"y":\(row),"x":{"value":"width"},"text":{"field":"figure"}}}
            """,
        ]
    }

    /// Returns licence and attribution below the axis, for a picture that has lost its surroundings.
    private static func credit(_ lines: [String]) -> String {
        var json = JSONText()
        json.object { json in
            json.key("data")
            json.raw(#"{"values":[{}]}"#.utf8)
            json.key("mark")
            json.object { json in
                json.member("type", "text")
                json.member("text", values: lines)
                json.member("align", "left")
                json.member("baseline", "top")
                json.member("fontSize", 9)
                json.member("lineHeight", 12)
                json.member("dy", 34)
                json.member("color", "#555555")
            }
            json.key("encoding")
            json.raw(#"{"x":{"value":0},"y":{"value":"height"}}"#.utf8)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static let row = #"{"field":"id","type":"nominal","sort":null,"axis":null}"#

    private static func position(_ field: String, _ kind: NumberScale.Kind) -> String {
        #"{"field":"\#(field)","type":"quantitative","scale":\#(kind.scale),"#
            + #""axis":{"title":null,"format":",~f","tickCount":5,"#
            + #""labelFlush":false,"labelOverlap":true,"labelSeparation":8}}"#
    }
}

extension NumberScale.Kind {
    /// The scale, as Vega-Lite has it.
    fileprivate var scale: String {
        switch self {
        case .linear: #"{"zero":false,"nice":true}"#
        case .logarithmic: #"{"type":"log","nice":true}"#
        case .symmetric(let linear): #"{"type":"symlog","constant":\#(linear),"nice":true}"#
        }
    }

    /// What a reader has to know of the axis.
    fileprivate func notes(in words: Words) -> [String] {
        switch self {
        case .linear: []
        case .logarithmic: [words[.chartLogarithmic]]
        case .symmetric: [words[.chartSymmetric]]
        }
    }
}

extension JSONText {
    fileprivate mutating func row(_ row: Chart.Row, in language: Language) {
        object { json in
            json.member("id", row.id)
            if row.kind == .implied { json.member("kind", Chart.Row.implied) }
            json.member("label", values: row.label(in: language))
            json.member("value", value: row.amount.point)
            json.interval(row.amount.interval)
            json.member("figure", values: row.figure)
        }
    }

    /// Appends the number format of the language, for the axis.
    fileprivate mutating func locale(of language: Language) {
        key("locale")
        object { json in
            json.key("number")
            json.object { json in
                json.member("decimal", language.words.numbers.decimal)
                json.member("thousands", language.words.numbers.group)
                json.member("minus", language.words.numbers.minus)
                json.key("grouping")
                json.raw("[3]".utf8)
                json.member("currency", values: ["", ""])
            }
        }
    }
}
