import Foundation

/// A pseudo-terminal: one end for a person, one for a program that is to believe in one.
struct Terminal {
    let person: FileHandle
    let program: FileHandle

    init() throws {
        var ends: (person: Int32, program: Int32) = (-1, -1)
        guard openpty(&ends.person, &ends.program, nil, nil, nil) == 0 else {
            throw Program.Failure(description: "openpty: \(errno)")
        }
        person = FileHandle(fileDescriptor: ends.person, closeOnDealloc: true)
        program = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
    }
}
