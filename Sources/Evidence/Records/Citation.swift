/// A place in a source, with the short tokens printed there, but never the source's sentences.
package struct Citation: Hashable, Sendable {
    /// The id of the source.
    package let source: String
    package let locator: Locator
    package let printed: [String]

    package init(source: String, locator: Locator, printed: [String]) {
        self.source = source
        self.locator = locator
        self.printed = printed
    }
}
