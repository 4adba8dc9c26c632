/// Thrown where a test's support has not what it needs.
package struct Missing: Error {
    /// Nothing more is said.
    package init() {}
}

/// Returns the value. Throws where there is none.
package func unwrap<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}
