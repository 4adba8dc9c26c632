/// Returns the word in `known` that `word` most likely stands for; see ``Spellings``. For a list that is searched only
/// once; prepare one that is searched repeatedly.
package func nearest(to word: String, in known: some Sequence<String>) -> String? {
    Spellings(known).nearest(to: word)
}
