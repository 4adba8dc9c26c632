/// The values of filters by name. There are so few that they are searched linearly.
package struct FilterValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private struct Filtered: Hashable, Sendable {
        let name: String
        var values: [String]
    }

    /// The filters, sorted by name.
    private var filters: [Filtered] = []

    package init(dictionaryLiteral elements: (String, [String])...) {
        for (name, values) in elements { self[name] = values }
    }

    package var names: [String] { filters.map { $0.name } }

    /// The values of a filter; nil if it is not used.
    package subscript(name: String) -> [String]? {
        get { filters.first { $0.name == name }?.values }
        set {
            filters.removeAll { $0.name == name }
            guard let newValue else { return }
            filters.insert(Filtered(name: name, values: newValue), at: place(of: name))
        }
    }

    /// Adds an alternative value to a filter.
    package mutating func add(_ value: String, to name: String) {
        let place = place(of: name)
        if place < filters.count, filters[place].name == name {
            filters[place].values.append(value)
        } else {
            filters.insert(Filtered(name: name, values: [value]), at: place)
        }
    }

    private func place(of name: String) -> Int { filters.firstIndex { !$0.name.precedes(name) } ?? filters.count }
}
