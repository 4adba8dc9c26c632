package import Charts

extension Parameter {
    package static let width = Parameter(name: "width", .oneOf(Picture.Form.allCases.map(\.rawValue)))
}

extension Parameters {
    /// The form of a picture that the URL asks for; `narrow` by default.
    package var width: Picture.Form { first(Parameter.width.name).flatMap(Picture.Form.init) ?? .narrow }
}
