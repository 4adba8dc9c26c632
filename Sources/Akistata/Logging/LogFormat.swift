import ArgumentParser

/// What a line of the log looks like.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
