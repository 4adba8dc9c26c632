package import Charts

extension Parameter {
    package static let theme = Parameter(name: "theme", .oneOf(Theme.allCases.map(\.rawValue)))
}

extension Parameters {
    /// The theme that the URL asks for; `auto` by default.
    package var theme: Theme { first(Parameter.theme.name).flatMap(Theme.init) ?? .auto }
}
