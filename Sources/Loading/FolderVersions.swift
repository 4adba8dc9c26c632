import Foundations

/// What the folder of a version's files says of it.
struct FolderVersions: Sendable {
    /// The version for which the folder is named; nil if it is named for none.
    var named: SemanticVersion?
    /// The newest of the released versions beside it; nil if there are none.
    var newest: SemanticVersion?

    /// Returns what was expected of the version that the files name, in words; nil if it is in order.
    func expected(of version: String) -> String? {
        if let named, named.text != version { return "the version for which the folder is named, \(named.text)" }
        guard let newest, let version = SemanticVersion(version), version <= newest else { return nil }
        return "a version after \(newest.text), which has a folder"
    }
}
