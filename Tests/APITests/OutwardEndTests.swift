import TestSupport
import Testing

/// Ends of intervals that have no last decimal, in data.
@Suite("An end without a last decimal")
struct OutwardEndTests {
    private func service() throws -> Service {
        let dataset = FigureDataset(statistics: [
            FigureDataset.statistic("share", in: "percent", #""ratio": [3, 5], "printed": "three in five""#)
        ])
        return try Service(snapshot: dataset.load())
    }

    @Test(
        "is moved outwards, wherever it stands",
        arguments: [
            ("/api/v1/claims/share-atlas?fields=low,high", #""low":54.545454,"high":66.666667"#),
            ("/api/v1/statistics/share?fields=low,high", #""low":54.545454,"high":66.666667"#),
            ("/api/v1/statistics.csv?fields=low,high", "54.545454,66.666667"),
            ("/api/v1/claims.csv?fields=low,high", "54.545454,66.666667"),
        ])
    func ends(target: String, text: String) throws {
        let answer = try service().get(target).text
        #expect(answer.contains(text), "\(answer)")
    }
}
