import Archive
import Evidence
import Foundation
import Testing

@Suite("The shipped dataset")
struct RealDatasetTests {
    @Test("Loads without a problem")
    func loads() throws {
        let snapshot = try RealDataset.load()
        for check in snapshot.checks.records {
            print(check.id, check.verdict)
            for reading in check.readings {
                print("   ", reading.label, Arithmetic(reading, of: check, in: .english).text, reading.verdict)
            }
        }
    }
}
