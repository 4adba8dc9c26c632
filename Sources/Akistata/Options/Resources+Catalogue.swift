import ArgumentParser
import Server
import Wording

extension Resources {
    /// Reads what the program says, in each language. Prints everything that is wrong with it and exits with 1 if
    /// there is anything.
    static func catalogue() throws -> Catalogue {
        guard let words else {
            StandardStream.errors.print("akistata: the folder web/words is not among the resources")
            throw ExitCode(1)
        }
        do throws(WordsError) {
            return try Catalogue(in: words)
        } catch {
            for fault in error.faults { StandardStream.errors.print("akistata: web/\(fault)") }
            throw ExitCode(1)
        }
    }
}
