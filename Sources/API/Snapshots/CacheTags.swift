/// The names by which shared caches let go of responses: the dataset, and `dataset@1.0.0` for what is under the address of a
/// version, or `dataset@current` for the rest, which a new version makes stale.
struct CacheTags: Sendable {
    /// As in `Surrogate-Key` (Varnish, Fastly).
    let spaced: String
    /// As in `Cache-Tag` (Cloudflare and others).
    let listed: String

    init(_ dataset: String, _ version: String) {
        let tags = [dataset, "\(dataset)@\(version)"]
        spaced = tags.joined(separator: " ")
        listed = tags.joined(separator: ",")
    }
}
