import Archive
import Evidence
import Reasoning
import TestSupport
import Testing
import Wording

@testable import Server

@Suite("The report of the evidence weighed")
struct WeighingReportTests {
    private func report(_ language: Language = .english, without: Set<String> = []) throws -> String {
        let snapshot = try Service.snapshot.get()
        let weighing = Weighing(Network(snapshot.dataset, without: without))
        return WeighingReport(weighing, of: snapshot, language: language).text
    }

    @Test(
        "says of each conflict of what kind it is, which figures it has, whose they are, and by which relations",
        arguments: [
            """
            A river in flood
            river-in-flood 1.0.0

            Figures that cannot all be right: 7

            No single check shows it
                345  Families of the left bank that returned by 1 June (Upė, other data)
                388  Families that returned by October (Upė)
                 83  Families of the islands that returned by October (Upė)
                – The banks in June and in October
                – Islands and banks against all


            """,
            """


            One check shows it; no other figures for these statistics fit either
                1,200  Houses flooded on the left bank (Upė)
                  801  Houses flooded on the right bank (Upė)
                2,301  Houses flooded on both banks (Upė)
                – The banks against their sum


            """,
            "\n\nOne check shows it; nobody gives all of these figures together\n",
            """


            Different figures for one statistic
                24  Families of the right bank that returned by 1 June (Upė)
                25  Families of the right bank that returned by 1 June (Upė, other data)


            """,
        ])
    func conflicts(part: String) throws { #expect(try report().contains(part)) }

    @Test("says the least that goes without a figure, of knots where something must")
    func ways() throws {
        let ways = """


            The fewest statistics that go without a figure, so that all others fit
                1 statistic:  Houses flooded on the left bank / Houses flooded on the right
                              bank / Houses flooded on both banks


            """
        #expect(try report().replacing("\u{A0}", with: " ").contains(ways))
    }

    @Test("says what the rest allows, beside what is claimed; and of what nothing limits, nothing")
    func allowed() throws {
        let lines = try report().split(separator: "\n")
        #expect(lines.contains("          0–281  273 / 345  Families of the left bank that returned by 1 June"))
        #expect(!lines.contains { $0.contains("Camping families") })
    }

    @Test("has no conflict of a figure that is given up")
    func without() throws {
        let text = try report(without: ["returned-left-by-june-other"])
        #expect(text.contains("Figures that cannot all be right: 2\n"))
        #expect(!text.contains("345"))
    }

    @Test("says so where all figures fit")
    func fits() throws {
        let relations = try Service.snapshot.get().dataset.relations.map(\.id)
        let claims = ["returned-left-by-june-other", "returned-right-by-june-other"]
        #expect(try report(without: Set(relations + claims)).contains("\n\nAll figures can be right together."))
    }

    @Test("is in the language that is asked for")
    func lithuanian() throws {
        let text = try report(.lithuanian)
        #expect(
            text.contains("\n\nSkaičiai, kurie negali būti visi teisingi: 7\n\nNeparodo nė viena atskira patikra\n"))
    }
}
