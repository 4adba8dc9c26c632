/// The bytes before and between records.
package enum JSONPiece {
    package static let data = Array("{\"data\":".utf8)
    package static let list = Array("{\"data\":[".utf8)
    package static let comma = Array(",".utf8)
    package static let newline = Array("\n".utf8)
}
