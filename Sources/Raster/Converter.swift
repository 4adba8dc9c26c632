import Dispatch
package import Foundation
package import HTTPCore
import Synchronization

/// Converts SVG to PNG with a program of the host, `rsvg-convert`, on a few threads of its own. Callers do not wait but
/// are notified.
///
/// What the program fails at is not tried again for a while, since each attempt may take until its deadline.
package final class Converter: Sendable {
    /// The response to a request for a picture.
    package enum Answer {
        case png([UInt8])
        /// Ask again when this conversion is done, passing it along.
        case underWay(Conversion)
        /// Not now; the request may be repeated after this many seconds.
        case unavailable(seconds: Int)
    }

    /// The limits on the converter's work.
    package struct Limits: Sendable {
        /// The number of pictures converted at the same time.
        package var workers = 2
        /// The maximum number of pictures waiting for a worker.
        package var waiting = 64
        /// The time in seconds for which a failure is remembered.
        package var memory = 60
        /// The maximum number of failures remembered.
        package var failures = 64

        /// Creates the default limits.
        package init() {}
    }

    private static let name = "rsvg-convert"
    /// The time in seconds after which the machine, or the queue, may have room again.
    private static let respite = 2

    private struct State {
        var waiting: [Conversion] = []
        /// The conversions that are waiting or running, by their SVG.
        var underWay: [[UInt8]: Conversion] = [:]
        /// The time from which failed conversions may be tried again, by their SVG.
        var failures: [[UInt8]: ContinuousClock.Instant] = [:]
        /// The workers with nothing to do.
        var idle: [Worker]
    }

    /// A thread of the pool, with the program it runs.
    private struct Worker: Sendable {
        let queue: DispatchQueue
        let program: ConverterProgram
    }

    private let state: Mutex<State>
    private let store = Mutex((any PictureStore)?.none)
    private let limits: Limits
    private let now: @Sendable () -> ContinuousClock.Instant

    /// Creates a converter that runs `program`, which must read SVG and write PNG, and is killed if a picture takes
    /// longer than `deadline` seconds.
    package init(
        program: URL, deadline: Double = 2, limits: Limits = Limits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.limits = limits
        self.now = now
        let idle = (0..<max(1, limits.workers)).map { number in
            Worker(
                queue: DispatchQueue(label: "akistata.pictures \(number)", qos: .utility),
                program: ConverterProgram(program, deadline: .seconds(deadline)))
        }
        state = Mutex(State(idle: idle))
    }

    /// Finds `rsvg-convert` in the folders of `path`, which has the form of the variable `PATH`; nil if it is not
    /// installed.
    package convenience init?(in path: String) {
        let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
        let programs = folders.map { URL(filePath: String($0)).appending(path: Converter.name) }
        guard let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            return nil
        }
        self.init(program: found)
    }

    /// Keeps converted pictures in a store from now on, and looks there first.
    package func keep(in store: some PictureStore) {
        self.store.withLock { $0 = store }
    }

    /// Returns a picture that has been converted before, or starts its conversion unless it is already in progress.
    /// `finished` is the conversion that an earlier request had to wait for. Never blocks.
    package func convert(_ svg: [UInt8], after finished: (any DeferredWork)? = nil) -> Answer {
        if let png = store.withLock({ $0 })?.png(of: svg) { return .png(png) }
        if let conversion = finished as? Conversion, conversion.svg == svg {
            switch conversion.outcome.value {
            case .png(let png): return .png(png)
            case .failed: return .unavailable(seconds: limits.memory)
            case .prevented, nil: return .unavailable(seconds: Converter.respite)
            }
        }
        let (answer, worker) = state.withLock { state in take(svg, &state) }
        if let worker { worker.queue.async { self.work(worker) } }
        return answer
    }

    private func take(_ svg: [UInt8], _ state: inout State) -> (Answer, Worker?) {
        if let conversion = state.underWay[svg] { return (.underWay(conversion), nil) }
        if let end = state.failures[svg] {
            let (seconds, rest) = (end - now()).components
            guard (seconds, rest) <= (0, 0) else {
                return (.unavailable(seconds: Int(seconds) + (rest > 0 ? 1 : 0)), nil)
            }
            state.failures[svg] = nil
        }
        guard state.waiting.count < limits.waiting else { return (.unavailable(seconds: Converter.respite), nil) }
        let conversion = Conversion(svg)
        state.waiting.append(conversion)
        state.underWay[svg] = conversion
        return (.underWay(conversion), state.idle.popLast())
    }

    /// Converts pictures until none is waiting.
    private func work(_ worker: Worker) {
        while let conversion = next(worker) {
            let result = worker.program.png(of: conversion.svg)
            if case .png(let png) = result { store.withLock { $0 }?.keep(png, of: conversion.svg) }
            state.withLock { state in
                state.underWay[conversion.svg] = nil
                if case .failed = result { remember(conversion.svg, &state) }
            }
            conversion.outcome.finish(result)
        }
    }

    private func next(_ worker: Worker) -> Conversion? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.idle.append(worker)
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    private func remember(_ svg: [UInt8], _ state: inout State) {
        let now = now()
        if state.failures.count >= limits.failures {
            state.failures = state.failures.filter { $0.value > now }
            let oldest = state.failures.min { $0.value < $1.value }
            if state.failures.count >= limits.failures, let oldest { state.failures[oldest.key] = nil }
        }
        state.failures[svg] = now + .seconds(limits.memory)
    }
}
