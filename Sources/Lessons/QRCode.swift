import CQRCodeGenerator

/// A QR code (ISO/IEC 18004) of an address, so that a reader of paper need not type it.
struct QRCode {
    /// The rows of modules from top to bottom, dark ones being true.
    let rows: [[Bool]]

    /// The largest version has 57 modules a side. Printed 26 mm wide with its margin, each is two fifths of a millimetre, which
    /// the camera of a phone can tell apart.
    private static let largest: Int32 = 10

    /// The light modules around a code that readers need.
    private static let margin = 4

    /// Creates the smallest code of a text with at least medium error correction; nil if the text is too long, which one of up to
    /// 213 bytes is not.
    init?(_ text: String) {
        let length = QRCode.bytes(forVersion: QRCode.largest)
        var (scratch, code) = ([UInt8](repeating: 0, count: length), [UInt8](repeating: 0, count: length))
        guard !text.utf8.contains(0),
            qrcodegen_encodeText(
                text, &scratch, &code, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN, QRCode.largest, qrcodegen_Mask_AUTO,
                true)
        else { return nil }
        let side = 0..<qrcodegen_getSize(code)
        rows = side.map { y in side.map { x in qrcodegen_getModule(code, x, y) } }
    }

    /// Returns the number of bytes that a code of a version takes: a bit a module, and one byte before them.
    private static func bytes(forVersion version: Int32) -> Int {
        let side = Int(version) * 4 + 17
        return (side * side + 7) / 8 + 1
    }

    /// Returns the picture, black on white whatever is around it. `title` is what it is to those who do not see it, escaped.
    func svg(titled title: String) -> String {
        let side = rows.count + 2 * QRCode.margin
        let runs = rows.enumerated().map { y, row in
            var path = ""
            var start = 0
            while let first = row[start...].firstIndex(of: true) {
                let end = row[first...].firstIndex(of: false) ?? row.endIndex
                path += "M\(first + QRCode.margin) \(y + QRCode.margin)h\(end - first)v1h-\(end - first)z"
                start = end
            }
            return path
        }
        return """
            <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
            aria-label="\(title)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(runs.joined())"/></svg>
            """
    }
}
