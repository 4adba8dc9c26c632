/// The colours of pictures and embeds, as `theme=` asks for them.
package enum Theme: String, CaseIterable {
    /// Light or dark as the reader's system has it.
    case auto
    case light, dark
}
