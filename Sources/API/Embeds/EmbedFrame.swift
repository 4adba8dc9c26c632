import Archive

/// The page in a frame.
enum EmbedFrame {
    /// CSS pixels that it needs at a width, or a few more.
    static func height(of embed: Embed, in snapshot: Snapshot, width: Int) -> Int { 600 }
}
