package import Archive
package import Wording

/// A table as a page for a terminal, with heading and footer.
package struct ListText {
    package let title: String
    package let table: Table
    /// The total number of records and the URL of the next page; nil if there are no pages.
    package var page: (total: Int, next: String?)?

    /// Creates the page from its properties.
    package init(title: String, table: Table, page: (total: Int, next: String?)? = nil) {
        self.title = title
        self.table = table
        self.page = page
    }

    package func write(_ snapshot: Snapshot, in language: Language) -> [UInt8] {
        var text = TextPage()
        text.heading(heading(in: language))
        text.block(table.rows.isEmpty ? [] : table.grid(in: language).lines())
        if let next = page?.next { text.block([language.words.fill(.nextPageAt, ["url": next])]) }
        text.footer(snapshot, in: language)
        return Array(text.text.utf8)
    }

    /// Returns the heading, such as `Events: 50 of 62`.
    private func heading(in language: Language) -> String {
        guard let page else { return title }
        return language.words.fill(
            .listHeading,
            ["title": title, "count": language.format(table.rows.count), "total": language.format(page.total)])
    }
}
