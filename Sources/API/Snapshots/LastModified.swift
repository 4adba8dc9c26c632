import Foundation
package import HTTPCore

/// What `Last-Modified` says of what is published, and what it said before (RFC 9110 section 8.8.2). It moves forward
/// whenever the content changes, whatever the times of the files, so that `If-Modified-Since` never tells a client to keep
/// what has changed; and it is never later than now.
struct LastModified: Sendable {
    /// Nil where the content changed twice within a second, which no date can tell: the entity tag alone does.
    let date: HTTPDate?
    /// The latest that was ever said.
    private let latest: HTTPDate
    private let digest: String

    /// Of content that `digest` tells from other content; `changed` is when it changed by the files.
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
    /// By the system's clock.
    package static var now: HTTPDate { HTTPDate(secondsSinceEpoch: Int(Date().timeIntervalSince1970)) }
}
