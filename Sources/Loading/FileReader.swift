import FoundationEssentials
import Foundations

/// Reads the files of a dataset as JSON, and keeps their digest and problems.
struct FileReader {
    /// The digest of all files read.
    private(set) var digest = Digest()
    /// The length of all files read.
    private(set) var byteCount = 0
    /// The problem of each file that cannot be read or is not valid JSON.
    private(set) var problems: [DatasetProblem] = []
    private let contents: (String) throws -> [UInt8]
    private let batch: Int

    /// A file with one long list: the rest of the file, and the list decoded separately. `list` is nil if there is no
    /// such list; everything is then in `whole`.
    typealias ListFile<Record: Sendable> = (whole: JSON, list: DecodedRecords<Record>?)

    /// Creates a reader that gets the contents of a file from `contents` by its name, and reads long lists in batches
    /// of `batch` bytes.
    init(_ contents: @escaping (String) throws -> [UInt8], batch: Int) {
        self.contents = contents
        self.batch = batch
    }

    /// Reads a file; nil if it cannot be read or is not valid JSON.
    mutating func read(_ name: String) -> JSON? {
        parse(name) { bytes throws(JSONError) in try JSONReader.read(bytes) }
    }

    /// Reads a file that need not be there; nil if it is not, cannot be read or is not valid JSON.
    mutating func readIfPresent(_ name: String) -> JSON? {
        parse(name, isOptional: true) { bytes throws(JSONError) in try JSONReader.read(bytes) }
    }

    /// Reads a file whose records are in the list `list`, decoding them in batches; nil if it cannot be read or is not
    /// valid JSON.
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
                // Only a reader that starts at the beginning can tell where the first error is.
                if let first = JSONReader.firstError(in: bytes) { throw first }
                throw error
            }
        }
    }

    private mutating func parse<Parsed>(
        _ name: String, isOptional: Bool = false, _ parse: ([UInt8]) throws(JSONError) -> Parsed
    ) -> Parsed? {
        let bytes: [UInt8]
        do {
            bytes = try contents(name)
        } catch {
            let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
            if isMissing, isOptional { return nil }
            let reason = (error as? FileError).map { ": \($0.reason)" } ?? ""
            let found = isMissing ? "none" : "an unreadable one\(reason)"
            return refuse(name, expected: "a readable file", found: found)
        }
        digest.add(name)
        digest.add(bytes)
        byteCount += bytes.count
        do throws(JSONError) {
            return try parse(bytes)
        } catch {
            return refuse(name, expected: error.reason.rawValue, found: error.found, at: error.position)
        }
    }

    private mutating func refuse<Parsed>(
        _ name: String, expected: String, found: String, at position: TextPosition? = nil
    ) -> Parsed? {
        problems.append(
            DatasetProblem(
                file: name, pointer: "", kind: .structure, expected: expected, found: found, position: position))
        return nil
    }
}
