/// The colours of pictures and embeds: the values of `theme=`.
package enum Theme: String, CaseIterable {
    /// Light or dark, as set in the reader's system.
    case auto
    case light, dark
}
