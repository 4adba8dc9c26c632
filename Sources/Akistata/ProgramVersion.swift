/// The version of the program, not of a dataset.
enum ProgramVersion {
    static let text = "0.1.0"
}
