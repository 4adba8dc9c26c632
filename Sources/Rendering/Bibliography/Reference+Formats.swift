package import Bibliography

extension Reference {
    package static let formats: [Format] = [.csl, .bibtex, .ris]

    /// Returns the reference in one of the ``formats``; in any other format, as CSL-JSON.
    package func text(as format: Format) -> [UInt8] {
        switch format {
        case .bibtex: Array(BibTeXText.write(self).utf8)
        case .ris: Array(RISText.write(self).utf8)
        default: CSLText.write(self)
        }
    }
}
