import ArgumentParser
import Server

extension Option {
    /// Takes the value of a setting: `@Option var port = Setting("port", …)`. The setting says all but what stands for the
    /// value in the help, and what else is to be told there.
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
