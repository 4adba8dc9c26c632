extension UnsafeBufferPointer<UInt8> {
    /// The bytes as an array. Not by `Array.init`: were that called in any module, every `append` of a buffer in the program
    /// would call it as well, instead of what is inlined there; a kept answer would cost 2 % more.
    package var copied: [UInt8] { map(\.self) }
}
