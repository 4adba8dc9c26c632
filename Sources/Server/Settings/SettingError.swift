/// Says what is wrong with the value of a setting, in one line for whoever set it.
package struct SettingError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
