import Foundations
import Loading

extension ProblemReport {
    /// SARIF 2.1.0 (OASIS), by the version of the program.
    package func sarif(version: String) -> [UInt8] {
        var text = JSONText()
        text.object { text in
            text.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            text.member("version", "2.1.0")
            text.key("runs")
            text.array([findings]) { text, findings in
                text.object { text in
                    text.key("tool")
                    text.object { ProblemReport.writeDriver(version, to: &$0) }
                    text.member("columnKind", "unicodeCodePoints")
                    text.key("results")
                    text.array(findings) { ProblemReport.write($1, to: &$0) }
                }
            }
        }
        return PrettyJSON.format(text.bytes)
    }

    private static func writeDriver(_ version: String, to text: inout JSONText) {
        text.key("driver")
        text.object { text in
            text.member("name", "akistata")
            text.member("version", version)
            text.key("rules")
            text.array(DatasetProblem.Kind.allCases) { text, kind in
                text.object { text in
                    text.member("id", kind.rawValue)
                    text.key("shortDescription")
                    text.object { $0.member("text", kind.meaning) }
                }
            }
        }
    }

    /// Returns the address of the file, relative where the folder was named so.
    private static func address(of finding: Finding) -> String {
        let path = PercentEncoding.encode("\(finding.folder)/\(finding.problem.file)", keeping: "/")
        return path.hasPrefix("/") ? "file://" + path : path
    }

    private static func write(_ finding: Finding, to text: inout JSONText) {
        text.object { text in
            text.member("ruleId", finding.problem.kind.rawValue)
            text.member("level", finding.level.rawValue)
            text.key("message")
            text.object { $0.member("text", finding.problem.message) }
            text.key("locations")
            text.array([finding.problem]) { text, problem in
                text.object { text in
                    text.key("physicalLocation")
                    text.object { text in
                        text.key("artifactLocation")
                        text.object { $0.member("uri", ProblemReport.address(of: finding)) }
                        if let position = problem.position {
                            text.key("region")
                            text.object { text in
                                text.member("startLine", position.line)
                                text.member("startColumn", position.column)
                            }
                        }
                    }
                    text.key("logicalLocations")
                    text.array([problem.pointer]) { text, pointer in
                        text.object { $0.member("fullyQualifiedName", pointer) }
                    }
                }
            }
        }
    }
}

extension DatasetProblem.Kind {
    /// What a problem of the kind is, in English.
    fileprivate var meaning: String {
        switch self {
        case .structure: "The file is not what its JSON Schema describes."
        case .meaning: "A value names what does not exist, or does not fit another."
        case .warning: "The dataset can be served, but says less than its author may think."
        }
    }
}
