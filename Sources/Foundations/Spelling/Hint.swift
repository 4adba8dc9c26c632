/// What was probably meant, as every message says it.
package enum Hint {
    /// Returns the sentence behind the one that tells what is wrong, with a space before it; empty for nil.
    package static func sentence(_ meant: String?) -> String {
        meant.map { " Did you mean “\($0)”?" } ?? ""
    }

    /// Returns what is put behind what was expected, within a sentence, with a space before it; empty for nil.
    package static func aside(_ meant: String?) -> String {
        meant.map { " (perhaps \($0))" } ?? ""
    }
}
