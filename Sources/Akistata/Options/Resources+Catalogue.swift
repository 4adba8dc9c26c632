import ArgumentParser
import Server
import Wording

extension Resources {
    /// Reads the program's texts in all languages. If there are faults, prints all of them and exits with 1.
    static func catalogue() throws -> Catalogue {
        guard let words else {
            StandardStream.errors.print("akistata: the folder web/words is missing from the resources")
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
