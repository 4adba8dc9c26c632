internal import HTTPCore
internal import HTTPServer
internal import Synchronization

/// A clock that stands until it is told otherwise.
final class StandingClock: ServerClock {
    private let time = Atomic<UInt64>(1_000_000_000)

    var nanoseconds: UInt64 { time.load(ordering: .sequentiallyConsistent) }
    private let wall = Atomic(784_111_777)

    var secondsSinceEpoch: Int { wall.load(ordering: .sequentiallyConsistent) }

    /// As if somebody set the machine's clock.
    func setSecondsSinceEpoch(_ seconds: Int) {
        wall.store(seconds, ordering: .sequentiallyConsistent)
    }

    func advance(milliseconds: Int) {
        time.add(UInt64(milliseconds) * 1_000_000, ordering: .sequentiallyConsistent)
    }
}

/// A server on a port of its own, stopped at the end.
final class Fixture {
    let server: Server
    let port: UInt16
    let clock = StandingClock()

    static let largeBody = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    static let splice: [[UInt8]] = (0..<40).map { [UInt8](repeating: UInt8($0), count: $0 % 3 == 0 ? 20_000 : 100) }

    /// `usesClock`: the server lives by `clock`, which stands; otherwise by the machine's.
    init(
        _ poller: PollerKind, usesClock: Bool = false, _ change: (inout Configuration) -> Void = { _ in },
        noting: @escaping @Sendable (ParseError?) -> Void = { _ in },
        recording: @escaping @Sendable (AccessRecord) -> Void = { _ in }, produced: Body = .empty,
        works: HeldWorks = HeldWorks()
    ) throws {
        var configuration = Configuration()
        configuration.port = 0
        configuration.poller = poller
        change(&configuration)
        server = Server(configuration, clock: usesClock ? clock : SystemClock()) { _ in
            FixtureService(noting, recording, produced, works)
        }
        port = try server.start().first?.port ?? 0
    }

    deinit { server.stop() }

    func client(receiveBuffer: Int32? = nil) throws -> Client {
        try Client(port: port, receiveBuffer: receiveBuffer)
    }

    /// Lets time pass for the server.
    func advance(milliseconds: Int) {
        clock.advance(milliseconds: milliseconds)
        server.wake()
    }
}

/// Answers with what was asked for; tells of every answer.
private final class FixtureService: Service {
    private let noting: @Sendable (ParseError?) -> Void
    private let recording: @Sendable (AccessRecord) -> Void
    private let produced: Body
    private let works: HeldWorks

    init(
        _ noting: @escaping @Sendable (ParseError?) -> Void, _ recording: @escaping @Sendable (AccessRecord) -> Void,
        _ produced: Body, _ works: HeldWorks
    ) {
        self.noting = noting
        self.recording = recording
        self.produced = produced
        self.works = works
    }

    func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response {
        guard request.path.hasPrefix("/later") else { return response(to: request) }
        guard let work = finished as? HeldWork else { return Response(after: works.add()) }
        return Response(work.isDone ? .ok : .serviceUnavailable, body: Body("late \(request.target)"))
    }

    private func response(to request: borrowing Request) -> Response {
        switch request.path {
        case "/large": Response(.ok, body: Body(Fixture.largeBody))
        case "/splice": Response(.ok, body: Body(Fixture.splice))
        case "/produced": Response(.ok, body: produced)
        case "/origin": Response(.ok, body: Body(Origin(request)?.description ?? "none"))
        case "/304": Response(.notModified, body: Body("never"))
        default: Response(.ok, body: Body("\(request.method.rawValue) \(request.target)"))
        }
    }

    func respond(to error: ParseError, meaning target: String?) -> Response {
        ProblemDetails(error, meaning: target).response
    }

    func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord) {
        noting(nil)
        recording(record)
    }

    func note(_ error: ParseError, _ response: borrowing Response, _ record: AccessRecord) {
        noting(error)
        recording(record)
    }

    func wake() {}
}

/// A request for a target, complete but for what `fields` adds.
func get(_ target: String, method: String = "GET", version: String = "1.1", fields: String = "") -> String {
    "\(method) \(target) HTTP/\(version)\r\nHost: localhost\r\n\(fields)\r\n"
}
