/// Rows under columns: what CSV and plain text are written from.
struct Table: Sendable {
    let columns: [Column]
    /// Each with one cell for each column.
    let rows: [[Cell]]
}
