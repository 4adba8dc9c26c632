enum SourceFile { static let types: [String] = [] }
