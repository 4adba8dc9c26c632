/// The colours of pictures and embeds, as `theme=` asks for them.
enum Theme: String, CaseIterable {
    /// Light or dark as the reader's system has it.
    case auto
    case light, dark
}

extension Parameter {
    static let theme = Parameter(
        name: "theme", about: "The colours: as the reader’s system prefers, light or dark.",
        .oneOf(Theme.allCases.map(\.rawValue)))
}

extension Parameters {
    /// The theme asked for in the URL; `auto` where none is.
    var theme: Theme { first(Parameter.theme.name).flatMap(Theme.init) ?? .auto }
}
