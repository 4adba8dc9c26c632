package import Foundation

#if canImport(FoundationXML)
    package import FoundationXML
#endif

/// A document as a parser that is not ours reads it: its elements in their order.
package final class XMLTree: NSObject, XMLParserDelegate {
    package struct Element {
        package let name: String
        package let attributes: [String: String]
        package var text = ""
    }

    package private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Throws for what is no well-formed XML.
    package init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Missing() }
    }

    package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    package func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    package func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
    {
        open.removeLast()
    }

    package func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }
}
