import Evidence
import Foundation
package import HTTPCore

/// The value of `Last-Modified` for what is published (RFC 9110 section 8.8.2). It moves forward whenever the content
/// changes, whatever the times of the files, so that `If-Modified-Since` never tells a client to keep outdated content;
/// and it is never in the future.
struct LastModified: Sendable {
    /// The date; nil if the content changed twice within a second, which no date can distinguish. The entity tag does.
    let date: HTTPDate?
    /// The latest date ever given.
    private let latest: HTTPDate
    private let digest: String

    /// Determines the date for content identified by `digest`, whose files changed at `changed`.
    init(_ changed: HTTPDate, digest: String, now: HTTPDate, after previous: LastModified? = nil) {
        self.digest = digest
        let changed = min(changed, now)
        guard let previous else {
            (date, latest) = (changed, changed)
            return
        }
        if previous.digest == digest, let date = previous.date {
            (self.date, latest) = (date, previous.latest)
            return
        }
        let next = max(changed, HTTPDate(secondsSinceEpoch: previous.latest.secondsSinceEpoch + 1))
        date = next <= now ? next : nil
        latest = date ?? previous.latest
    }
}

extension HTTPDate {
    /// Creates the beginning of a day.
    init(startOf day: CalendarDay) {
        let epoch = CalendarDay(year: 1970, month: 1, day: 1)
        self.init(secondsSinceEpoch: (day.ordinal - (epoch?.ordinal ?? 0)) * 86_400)
    }

    /// The current time of the system's clock.
    package static var now: HTTPDate { HTTPDate(secondsSinceEpoch: Int(Date().timeIntervalSince1970)) }
}
