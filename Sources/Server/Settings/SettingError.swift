/// Why the value of a setting is invalid, in one line for whoever set it.
package struct SettingError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
