package import Archive
package import Evidence
package import Templates
import Wording

/// A link as templates use it.
package struct LinkView {
    package let label, href: String
    /// Whether it is the reader's current choice.
    package let isChosen: Bool

    package init(_ label: String, _ href: String, isChosen: Bool = false) {
        self.label = label
        self.href = href
        self.isChosen = isChosen
    }
}

extension PageContext {
    /// Returns the link to a statistic; nil if there is none.
    package func statistic(_ id: String, in snapshot: Snapshot) -> LinkView? {
        snapshot.statistics[id].map { LinkView($0.title.marked(for: language), link("/statistics/\(id)")) }
    }

    package func event(_ event: Event) -> LinkView {
        LinkView(event.title.marked(for: language), link("/events/\(event.id)"))
    }

    /// Returns the link to a source, described by author, title and year.
    package func source(_ id: String, in snapshot: Snapshot) -> LinkView {
        LinkView(snapshot.sources[id]?.label(in: language) ?? id, link("/sources/\(id)"))
    }

    /// Returns a place in a source in words.
    package func place(_ locator: Locator) -> String {
        locator.words(in: language) ?? words["placeUnverified"]
    }

    /// Returns the bounds of an interval; nil if it is a single number or unbounded.
    package func range(_ interval: Interval) -> String? {
        interval.low != nil && interval.low == interval.high ? nil : language.range(interval)
    }

    /// Returns the label of a term in the dataset's vocabulary.
    package func label(_ id: String, of kind: Vocabulary.Kind, in vocabulary: Vocabulary) -> String {
        vocabulary[kind, id]?.label.marked(for: language) ?? id
    }
}

extension Snapshot {
    /// Returns the page of a check.
    package func page(ofCheck id: String) -> String { "/\(list(showing: id))/\(id)" }
}

extension LinkView: TemplateView {
    package static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("href") { $0.href }, .flag("isChosen") { $0.isChosen },
        .flag("isLink") { !$0.href.isEmpty },
    ]
}
