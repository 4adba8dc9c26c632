internal import Synchronization

/// Counts of a server, summed over its loops.
package struct Counters: Sendable, Equatable {
    /// Connections taken from the listeners, those turned away included.
    package var accepted = 0
    /// Connections that are open now.
    package var open = 0
    /// Connections turned away: too many in all, or of one address.
    package var refused: Int { refusedFull + refusedGreedy }
    /// Those turned away because there were too many in all.
    package var refusedFull = 0
    /// Those turned away because there were too many of their address.
    package var refusedGreedy = 0
    /// Requests that a handler answered.
    package var requests = 0
    /// Bytes sent.
    package var bytesOut = 0
    /// Requests refused by the parser or by a deadline.
    package var parseErrors = 0
    /// Times that a listener paused because no descriptor was left.
    package var exhaustions = 0
}

/// The counters of one loop. Only the loop writes them, so that a load and a store do; everyone reads.
final class LoopCounters: Sendable {
    let accepted = Atomic(0)
    let closed = Atomic(0)
    let refusedFull = Atomic(0)
    let refusedGreedy = Atomic(0)
    let requests = Atomic(0)
    let bytesOut = Atomic(0)
    let parseErrors = Atomic(0)
    let exhaustions = Atomic(0)

    /// Adds what there is so far.
    func add(to sum: inout Counters) {
        let closed = closed.load(ordering: .acquiring)
        let accepted = accepted.load(ordering: .acquiring)
        sum.accepted += accepted
        sum.open += accepted - closed
        sum.refusedFull += refusedFull.load(ordering: .relaxed)
        sum.refusedGreedy += refusedGreedy.load(ordering: .relaxed)
        sum.requests += requests.load(ordering: .relaxed)
        sum.bytesOut += bytesOut.load(ordering: .relaxed)
        sum.parseErrors += parseErrors.load(ordering: .relaxed)
        sum.exhaustions += exhaustions.load(ordering: .relaxed)
    }
}

extension Atomic<Int> {
    /// For its only writer.
    func increase(by amount: Int = 1) {
        store(load(ordering: .relaxed) &+ amount, ordering: .releasing)
    }
}
