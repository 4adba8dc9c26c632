internal import Synchronization

/// The counts of a server, summed over its loops.
package struct Counters: Sendable, Equatable {
    /// Connections accepted, including those turned away.
    package var accepted = 0
    /// Connections open now.
    package var open = 0
    /// Connections turned away, whatever the reason.
    package var refused: Int { refusedFull + refusedGreedy + refusedUnproxied }
    /// Connections turned away because there were too many in total.
    package var refusedFull = 0
    /// Connections turned away because there were too many from their address.
    package var refusedGreedy = 0
    /// Connections closed because they did not come from a trusted proxy with a header of the PROXY protocol.
    package var refusedUnproxied = 0
    /// Requests that the service responded to.
    package var requests = 0
    /// Bytes sent, heads included.
    package var bytesOut = 0
    /// Requests refused by the parser or because of a deadline.
    package var parseErrors = 0
    /// The number of times a listener paused because no descriptor was left.
    package var exhaustions = 0
}

/// The counters of one loop. Only the loop writes them, so a load and a store suffice; any thread may read them.
final class LoopCounters: Sendable {
    let accepted = Atomic(0)
    let closed = Atomic(0)
    let refusedFull = Atomic(0)
    let refusedGreedy = Atomic(0)
    let refusedUnproxied = Atomic(0)
    let requests = Atomic(0)
    let bytesOut = Atomic(0)
    let parseErrors = Atomic(0)
    let exhaustions = Atomic(0)

    /// Adds the current counts to `sum`.
    func add(to sum: inout Counters) {
        let closed = closed.load(ordering: .acquiring)
        let accepted = accepted.load(ordering: .acquiring)
        sum.accepted += accepted
        sum.open += accepted - closed
        sum.refusedFull += refusedFull.load(ordering: .relaxed)
        sum.refusedGreedy += refusedGreedy.load(ordering: .relaxed)
        sum.refusedUnproxied += refusedUnproxied.load(ordering: .relaxed)
        sum.requests += requests.load(ordering: .relaxed)
        sum.bytesOut += bytesOut.load(ordering: .relaxed)
        sum.parseErrors += parseErrors.load(ordering: .relaxed)
        sum.exhaustions += exhaustions.load(ordering: .relaxed)
    }
}

extension Atomic<Int> {
    /// Adds `amount`. Only for the counter's single writer.
    func increase(by amount: Int = 1) {
        store(load(ordering: .relaxed) &+ amount, ordering: .releasing)
    }
}
