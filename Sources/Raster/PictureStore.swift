/// Where converted pictures are kept, for everyone who asks for one again.
package protocol PictureStore: Sendable {
    /// Returns the PNG of a picture; nil if it is not kept.
    func png(of svg: [UInt8]) -> [UInt8]?

    func keep(_ png: [UInt8], of svg: [UInt8])
}
