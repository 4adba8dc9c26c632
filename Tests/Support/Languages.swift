package import Evidence
package import Foundation
package import Wording

extension Catalogue {
    /// The words that ship.
    package static let shipped: Catalogue = {
        do throws(WordsError) {
            return try Catalogue(in: folder)
        } catch {
            fatalError("\(error)")
        }
    }()

    /// Where they are.
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/web/words")
}

extension Catalogue {
    /// The words that ship, and Hebrew ones.
    package static let withHebrew: Catalogue = {
        do throws(WordsError) {
            return try Catalogue(in: folder, more: further)
        } catch {
            fatalError("\(error)")
        }
    }()

    /// Where the Hebrew words and templates are.
    package static let further = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Words")
}

extension LanguageTag {
    package static let english = LanguageTag("en")
    package static let lithuanian = LanguageTag("lt")
    /// Those of the dataset that ships.
    package static let shipped = [english, lithuanian]
}

extension Language {
    package static let english = Catalogue.shipped.language(.english)
    package static let lithuanian = Catalogue.shipped.language(.lithuanian)
    /// Those of the dataset that ships.
    package static let shipped = [english, lithuanian]
}

extension Words {
    /// The same with more texts.
    package func adding(_ more: [String: String]) -> Words {
        Words(
            tag, name: name, locale: locale, numbers: numbers, quotation: quotation, plurals: plurals, dates: dates,
            labels: labels, columns: columns, texts: texts.merging(more) { $1 }, nouns: nouns)
    }
}

extension LocalizedText {
    package init(english: String, lithuanian: String) {
        self.init(in: LanguageTag.shipped) { $0 == .english ? english : lithuanian }
    }

    package var english: String { self[LanguageTag.english] }
    package var lithuanian: String { self[LanguageTag.lithuanian] }
}
