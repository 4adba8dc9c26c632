import Dispatch
package import Foundation
import HTTPCore
import Synchronization

/// Makes PNG of SVG by a program of the host, `rsvg-convert`, on a few threads of its own: whoever asks does not wait,
/// but is told.
///
/// What the program fails at is not tried again for a while, since each time may take its whole deadline.
package final class Converter: Sendable {
    /// What asking for a picture came to.
    enum Answer {
        case png([UInt8])
        /// Ask again when it is done, with it.
        case underWay(Conversion)
        /// Not now; it may be asked for again after so many seconds.
        case unavailable(seconds: Int)
    }

    /// How much it takes upon itself.
    package struct Limits: Sendable {
        /// Pictures that are converted at the same time.
        package var workers = 2
        /// Pictures that wait for a worker; beyond them none is taken.
        package var waiting = 64
        /// Seconds for which a failure is remembered.
        package var memory = 60
        /// Failures that are remembered at most.
        package var failures = 64

        /// The defaults.
        package init() {}
    }

    private static let name = "rsvg-convert"
    /// Seconds after which the machine, or the queue, may have room again.
    private static let respite = 2

    private struct State {
        var waiting: [Conversion] = []
        /// Those that wait, and those at work, by their SVG.
        var underWay: [[UInt8]: Conversion] = [:]
        /// When what failed may be tried again, by its SVG.
        var failures: [[UInt8]: ContinuousClock.Instant] = [:]
        /// Workers with nothing to do.
        var idle: [Worker]
    }

    /// A thread of the pool, and what it runs the program with.
    private struct Worker: Sendable {
        let queue: DispatchQueue
        let program: ConverterProgram
    }

    private let state: Mutex<State>
    private let kept = PictureCache()
    private let limits: Limits
    private let now: @Sendable () -> ContinuousClock.Instant

    /// A program that reads SVG and writes PNG; it has so many seconds for one, and is killed after them.
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

    /// The one that is installed in a folder of `path`, as the variable `PATH` has them; nil where there is none.
    package convenience init?(in path: String) {
        let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
        let programs = folders.map { URL(filePath: String($0)).appending(path: Converter.name) }
        guard let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            return nil
        }
        self.init(program: found)
    }

    /// The picture where it was converted before; else has it converted, unless that is under way. `finished` is the work
    /// that this was asked for before. Never blocks.
    func convert(_ svg: [UInt8], after finished: (any DeferredWork)? = nil) -> Answer {
        if let png = kept.png(of: svg) { return .png(png) }
        if let conversion = finished as? Conversion, conversion.svg == svg {
            switch conversion.result {
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

    /// Converts until nothing waits.
    private func work(_ worker: Worker) {
        while let conversion = next(worker) {
            let result = worker.program.png(of: conversion.svg)
            if case .png(let png) = result { kept.keep(png, of: conversion.svg) }
            state.withLock { state in
                state.underWay[conversion.svg] = nil
                if case .failed = result { remember(conversion.svg, &state) }
            }
            conversion.finish(result)
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
