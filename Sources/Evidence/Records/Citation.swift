/// A place in a source, with the short tokens that stand printed there. Never the source's sentences.
package struct Citation: Hashable, Sendable {
    /// A source's id.
    package let source: String
    package let locator: Locator
    package let printed: [String]

    package init(source: String, locator: Locator, printed: [String]) {
        self.source = source
        self.locator = locator
        self.printed = printed
    }
}
