import Archive
import Evidence
import Foundation
import Loading

private let names = [
    "dataset.json", "sources.json", "statistics.json", "events.json", "relations.json", "changes.json",
    "lessons.json",
]

/// The input is a sequence of JSON texts, each behind a record separator (RFC 7464): the files of a dataset in order.
/// It loads, and then twice the same, or says why not, a line for each problem.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let texts = UnsafeBufferPointer(start: start, count: count).split(separator: 0x1E).map { Array($0) }
    let files = Dictionary(zip(names, texts)) { first, _ in first }
    let load = { () throws(DatasetError) in
        try Snapshot.load { name in
            guard let file = files[name] else { throw CocoaError(.fileReadNoSuchFile) }
            return file
        }
    }
    do throws(DatasetError) {
        let snapshot = try load()
        precondition((try? load())?.digest == snapshot.digest, "the digest is not of the files")
        precondition(Set(snapshot.dataset.events.map(\.id)).count == snapshot.dataset.events.count, "an id twice")
    } catch {
        precondition(!error.problems.isEmpty, "refused for no reason")
        for problem in error.problems {
            precondition(names.contains(problem.file), "a problem of no file")
            precondition(!problem.description.utf8.contains(0x0A), "a problem on two lines")
        }
    }
    return 0
}
