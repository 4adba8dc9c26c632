import Foundations

extension String {
    /// A line with what a terminal would act on escaped, but for isolates: the cells of a table are in them, and none reaches
    /// beyond the end of its line.
    var lineForTerminal: String {
        let isolates: [Unicode.Scalar] = ["\u{2066}", "\u{2068}", "\u{2069}"]
        return isolates.reduce(escapingControls) { line, isolate in
            line.replacing(String(isolate).escapingControls, with: String(isolate))
        }
    }
}
