import ArgumentParser
import Server

extension Option {
    /// Takes the value of a setting, with the setting's name and help.
    ///
    ///     @Option(as: "path") var socket = Setting<String?>("socket", "A Unix-domain socket")
    ///
    /// `valueName` stands for the value in the help, and `discussion` is added to it.
    init<Content>(
        wrappedValue: Setting<Content>, as valueName: String = "value", discussion: String = ""
    ) where Value == Setting<Content> {
        self.init(
            wrappedValue: wrappedValue, name: .customLong(wrappedValue.name),
            help: ArgumentHelp(wrappedValue.help, discussion: discussion, valueName: valueName),
            transform: { try wrappedValue.given($0) })
    }
}

extension Flag<Bool> {
    /// Turns a switch on: `@Flag(watching) var watch = false`.
    init(wrappedValue: Bool, _ setting: Switch) {
        self.init(wrappedValue: wrappedValue, name: .customLong(setting.name), help: ArgumentHelp(setting.help))
    }
}
