/// Returns the known word that `word` is most likely a slip of, as ``Spellings`` tells it. For a list that is asked once:
/// one that is asked again is better prepared.
package func nearest(to word: String, in known: some Sequence<String>) -> String? {
    Spellings(known).nearest(to: word)
}
