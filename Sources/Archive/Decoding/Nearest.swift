/// The known word that `word` is most likely a slip of: at most a third of its letters (and always one) typed wrongly,
/// left out, put in or exchanged with their neighbour, and never all of them. Of equally near ones the first; where none is near,
/// the shortest that `word`, of three letters or more, is the beginning of; nil where there is none either.
package func nearest(to word: String, in known: some Sequence<String>) -> String? {
    let letters = Array(String(word.prefix(128)).lowercased().unicodeScalars.prefix(128))
    var best: (word: String, distance: Int)?
    for candidate in known {
        let other = Array(candidate.lowercased().unicodeScalars)
        let length = max(letters.count, other.count)
        let most = min(best.map { $0.distance - 1 } ?? .max, max(1, length / 3), length - 1)
        guard abs(letters.count - other.count) <= most else { continue }
        let distance = distance(letters, other)
        if distance <= most { best = (candidate, distance) }
    }
    return best?.word ?? completion(of: letters, in: known)
}

private func completion(of letters: [Unicode.Scalar], in known: some Sequence<String>) -> String? {
    guard letters.count >= 3 else { return nil }
    return known.filter { $0.lowercased().unicodeScalars.starts(with: letters) }.min { $0.count < $1.count }
}

/// Insertions, deletions, replacements and exchanges of neighbours that turn one into the other, no letter touched
/// twice.
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var next = [i + 1]
        for (j, other) in right.enumerated() {
            var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (letter == other ? 0 : 1))
            if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { least = min(least, before[j - 1] + 1) }
            next.append(least)
        }
        (before, row) = (row, next)
    }
    return row[right.count]
}
