import Archive
package import Evidence

/// A table as a page for a terminal, with what stands around it.
package struct ListText {
    package let title: String
    package let table: Table
    /// How many records there are, and the URL of the next page; nil for what has no pages.
    package var page: (total: Int, next: String?)?

    /// Takes each member as it is.
    package init(title: String, table: Table, page: (total: Int, next: String?)? = nil) {
        self.title = title
        self.table = table
        self.page = page
    }

    package func write(_ identity: Dataset.Identity, in language: Language) -> [UInt8] {
        var text = TextPage()
        text.heading(heading(in: language))
        text.block(table.rows.isEmpty ? [] : table.grid(in: language).lines())
        if let next = page?.next { text.block([(language == .english ? "Next page: " : "Kitas puslapis: ") + next]) }
        text.footer(identity, in: language)
        return Array(text.text.utf8)
    }

    /// `Events: 50 of 62`.
    private func heading(in language: Language) -> String {
        guard let page else { return title }
        let format = { (count: Int) in language.format(Number(Int64(count))) }
        let of = language == .english ? "of" : "iš"
        return "\(title): \(format(table.rows.count)) \(of) \(format(page.total))"
    }
}
