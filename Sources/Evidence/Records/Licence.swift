/// A licence, identified by its SPDX identifier, with its address.
package struct Licence: Hashable, Sendable {
    package let id: String
    package let url: String

    /// Whether it lets anybody copy and change the text, at most under the same terms and with its author named.
    package var isOpen: Bool { Licence.open.contains(id) }

    /// The open licences and dedications to the public domain, by their SPDX identifiers, that texts are published under.
    private static let open: Set<String> = {
        let versions = ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"]
        let creative = versions.flatMap { ["CC-BY-\($0)", "CC-BY-SA-\($0)"] }
        let ported = ["AT", "DE", "NL", "US", "IGO", "AU"].flatMap { ["CC-BY-3.0-\($0)", "CC-BY-SA-3.0-\($0)"] }
        let free = ["1.1", "1.2", "1.3"].flatMap { version in
            ["", "-only", "-or-later"].map { "GFDL-\(version)\($0)" }
        }
        return Set(creative + ported + free).union([
            "CC0-1.0", "CC-PDDC", "CC-PDM-1.0", "PDDL-1.0", "ODC-By-1.0", "ODbL-1.0", "OGL-UK-1.0", "OGL-UK-2.0",
            "OGL-UK-3.0", "OGL-Canada-2.0", "etalab-2.0", "DL-DE-BY-2.0", "DL-DE-ZERO-2.0", "NLOD-1.0", "NLOD-2.0",
            "LAL-1.2", "LAL-1.3", "Unlicense",
        ])
    }()

    package init(id: String, url: String) {
        self.id = id
        self.url = url
    }
}
