import Evidence
import Foundations

extension Locator {
    /// The locator as a fragment, such as `paragraph=7&sentence=1` or `page=212&line=4`, from the outer part to the inner;
    /// nil for a printed token alone.
    var fragment: String? {
        isEmpty ? nil : parts.map { $0.label.rawValue + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }
}
