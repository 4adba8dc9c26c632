extension String {
    /// The text as a sentence: with a full stop, where it does not end in that of an abbreviation.
    package var withFullStop: String { endsInFullStop ? self : self + "." }

    /// Whether it ends in a full stop, marks of its language and direction aside.
    var endsInFullStop: Bool {
        unicodeScalars.reversed().first { $0 != MarkedText.Sign.end && $0 != MarkedText.Sign.endOfIsolate } == "."
    }
}
