/// One source's figures under one attribution. Where it is silent, the source's main text lends to it.
package struct Strand: Hashable, Sendable {
    /// The id of the source.
    package let source: String
    package let attribution: Claim.Attribution

    package init(source: String, attribution: Claim.Attribution) {
        self.source = source
        self.attribution = attribution
    }
}
