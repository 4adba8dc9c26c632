import Foundations

@testable import HTTPCore

/// Whatever decodes, encoded and decoded again, is the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let query = try? QueryString(bytes.span) else { return 0 }
    let text = query.items.map { item in
        PercentEncoding.encode(item.name) + "=" + PercentEncoding.encode(item.value, keeping: ",:/")
    }
    let again = try? QueryString(text.joined(separator: "&"))
    precondition(again?.items.map(\.name) == query.items.map(\.name), "names differ")
    precondition(again?.items.map(\.value) == query.items.map(\.value), "values differ")
    precondition(zip(query.items, query.items.dropFirst()).allSatisfy { $0.offset < $1.offset }, "offsets out of order")
    precondition(query.items.allSatisfy { bytes.indices.contains($0.offset) }, "an offset outside the query")
    return 0
}
