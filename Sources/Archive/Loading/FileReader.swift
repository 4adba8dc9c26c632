import FoundationEssentials
import Foundations

/// Reads the files of a dataset as JSON, and keeps what becomes known of them meanwhile.
struct FileReader {
    /// Of all files read.
    private(set) var digest = Digest()
    /// The one problem of each file that cannot be read, or is no JSON.
    private(set) var problems: [DatasetProblem] = []
    private let contents: (String) throws -> [UInt8]
    private let batch: Int

    /// A file with one long list: what stands around the list, and the list by itself. `list` is nil, and everything in
    /// `whole`, where there is no such list.
    typealias ListFile<Record: Sendable> = (whole: JSON, list: DecodedRecords<Record>?)

    /// `contents` gives the files by their names; long lists are read in batches of so many bytes.
    init(_ contents: @escaping (String) throws -> [UInt8], batch: Int) {
        self.contents = contents
        self.batch = batch
    }

    /// nil when the file cannot be read, or is no JSON.
    mutating func read(_ name: String) -> JSON? {
        parse(name) { bytes throws(JSONError) in try JSONReader.read(bytes) }
    }

    /// The same of a file that has its records under `list`.
    mutating func read<Record>(
        _ name: String, list: String, _ ids: DeclaredIDs, _ decode: @Sendable (Cursor) -> Record?
    ) -> ListFile<Record>? {
        let batch = batch
        return parse(name) { bytes throws(JSONError) in
            do throws(JSONError) {
                let (whole, batches) = try JSONReader.read(bytes, postponing: list, batch: batch)
                guard !batches.isEmpty else { return (whole, nil) }
                return (
                    whole, try DecodedRecords(batches, of: bytes, at: .member(.file(name), list), ids, decode)
                )
            } catch {
                // Where the first error stands, only who reads from the start can tell.
                if let first = JSONReader.firstError(in: bytes) { throw first }
                throw error
            }
        }
    }

    private mutating func parse<Parsed>(_ name: String, _ parse: ([UInt8]) throws(JSONError) -> Parsed) -> Parsed? {
        let bytes: [UInt8]
        do {
            bytes = try contents(name)
        } catch {
            let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
            let reason = (error as? FileError).map { ": \($0.reason)" } ?? ""
            let found = isMissing ? "none" : "one that cannot\(reason)"
            return refuse(name, expected: "a file that can be read", found: found)
        }
        digest.add(name)
        digest.add(bytes)
        do throws(JSONError) {
            return try parse(bytes)
        } catch {
            return refuse(
                name, expected: error.reason.rawValue,
                found: "something else at line \(error.line), column \(error.column)")
        }
    }

    private mutating func refuse<Parsed>(_ name: String, expected: String, found: String) -> Parsed? {
        problems.append(
            DatasetProblem(file: name, pointer: "", kind: .structure, expected: expected, found: found))
        return nil
    }
}
