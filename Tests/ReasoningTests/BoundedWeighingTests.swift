import Evidence
import TestSupport
import Testing

@testable import Reasoning

@Suite("However hard the evidence is, weighing it ends, and says how far it came")
struct BoundedWeighingTests {
    /// Sums around a ring, of statistics with two figures each: whose lower or upper ends matter must be tried for each.
    private func addRing(_ name: String, of count: Int, to sample: inout Sample) {
        for place in 0..<count {
            let value = Int64(100 + 7 * place % 50)
            sample.add("\(name)-a\(place)", [value...value, value + 3...value + 3])
            sample.add("\(name)-t\(place)", [] as [ClosedRange<Int64>])
        }
        for place in 0..<count {
            sample.relate(
                "\(name)-sum\(place)",
                .sum(
                    parts: ["\(name)-a\(place)", "\(name)-a\((place + 1) % count)"],
                    whole: ["\(name)-t\(place)"]))
        }
    }

    /// Two parts and a whole, which do not fit.
    private func addSum(_ name: String, to sample: inout Sample) {
        sample.add("\(name)-a", [60...60, 70...70])
        sample.add("\(name)-b", [40...40])
        sample.add("\(name)-c", [105...105])
        sample.relate("\(name)-sum", .sum(parts: ["\(name)-a", "\(name)-b"], whole: ["\(name)-c"]))
    }

    private func limits(most: Int) -> Weighing.Limits {
        var limits = Weighing.Limits()
        limits.most = most
        return limits
    }

    @Test("Many hard components together take no more steps than one network may")
    func many() {
        var sample = Sample()
        for number in 0..<30 { addRing("ring\(number)", of: 12, to: &sample) }
        let weighing = Weighing(sample.network(), limits: limits(most: 150_000))
        #expect(weighing.steps <= 150_000)
        #expect(!weighing.truncated.isEmpty)
    }

    @Test("A hard component takes nothing from the others")
    func hard() {
        var sample = Sample()
        addRing("ring", of: 24, to: &sample)
        for number in 0..<20 { addSum("sum\(number)", to: &sample) }
        let weighing = Weighing(sample.network(), limits: limits(most: 150_000))
        #expect(weighing.truncated == [0])
        #expect(weighing.conflicts.count { $0.kind == .relation } == 40)
        #expect(weighing.steps <= 150_000)
    }

    @Test("Sources that speak with several strands, one too few for the places, are not gone through for ever")
    func strands() {
        var sample = Sample()
        let places = 41
        let strands: [Claim.Attribution] = [.otherData, .officialData, .estimate]
        var claims = [[Claim]](repeating: [], count: places)
        for source in 0..<places - 1 {
            for (number, strand) in strands.enumerated() {
                let place = [source, 7 * source + 3, 11 * source + 5][number] % places
                let value = Number(place == 0 ? 500 : 10)
                claims[place].append(
                    Claim(
                        id: "p\(place)-s\(source)-\(number)", statistic: "p\(place)", source: "s\(source)",
                        quantity: Quantity(between: value, and: value, in: Sample.persons), printed: "so many",
                        attribution: strand))
            }
        }
        for place in claims.indices { sample.add("p\(place)", claims[place]) }
        sample.relate("sum", .sum(parts: (1..<places).map { "p\($0)" }, whole: ["p0"]))
        let weighing = Weighing(sample.network(), limits: limits(most: 500_000))
        #expect(weighing.truncated == [0])
        #expect(weighing.conflicts.isEmpty, "whether anybody asserts it was not found out")
    }

    @Test("One that does not come to an end by its share has what the others leave")
    func pool() {
        var sample = Sample()
        addRing("ring", of: 10, to: &sample)
        let needed = Weighing(sample.network()).steps
        for number in 0..<60 { addSum("sum\(number)", to: &sample) }
        let pooled = limits(most: Weighing(sample.network()).steps + 4 * needed)
        #expect(Weighing(sample.network(), limits: pooled).truncated.isEmpty)
        var apart = pooled
        (apart.least, apart.each) = (0, 400)
        #expect(Weighing(sample.network(), limits: apart).truncated == [0])
    }

    @Test(
        "Figures with many digits, stars, chains and statistics of many figures take no more than they may",
        arguments: [20, 200])
    func shapes(_ count: Int) {
        var sample = Sample()
        let parts = (0..<count).map { "part\($0)" }
        for (place, part) in parts.enumerated() { sample.add(part, place % 3 == 0 ? [] : [10...12, 14...15]) }
        sample.add("whole", [Int64(11 * count)...Int64(11 * count)])
        sample.relate("sum", .sum(parts: parts, whole: ["whole"]))
        sample.add("contested", (0..<count).map { Int64($0 * 2)...Int64($0 * 2) })
        sample.relate("rise", .cumulative(earlier: ["contested"], later: ["whole"]))
        for place in 0..<count {
            sample.add("step\(place)", place % 10 == 0 ? [Int64(place)...Int64(place + 2)] : [])
            if place > 0 {
                sample.relate(
                    "change\(place)",
                    .share(share: "share\(place)", base: ["step\(place - 1)"], count: ["step\(place)"]))
                sample.add("share\(place)", [Int64(13 + place % 7)...Int64(90 + place % 7)], in: "percent")
            }
        }
        let weighing = Weighing(sample.network(), limits: limits(most: 200_000))
        #expect(weighing.steps <= 200_000)
    }

    @Test("What each relation says alone is found, however many statistics are contested")
    func alone() {
        var sample = Sample()
        addRing("ring", of: 16, to: &sample)
        for place in 0..<16 {
            sample.add("most\(place)", [Int64(200 + 5 * place)...Int64(200 + 5 * place)])
            sample.relate("rise\(place)", .cumulative(earlier: ["ring-a\(place)"], later: ["ring-t\(place)"]))
            sample.relate(
                "most\(place)",
                .part(parts: ["ring-a\(place)", "ring-a\((place + 1) % 16)"], whole: ["most\(place)"]))
        }
        let weighing = Weighing(sample.network(), limits: limits(most: 1_000_000))
        #expect(weighing.truncated == [0])
        let found = Set(weighing.conflicts.map { Set(weighing.claims($0.figures)) })
        var count = 0
        for relation in sample.relations {
            var single = sample
            single.relations = [relation]
            let alone = single.weighed()
            for conflict in alone.conflicts where conflict.kind != .values {
                #expect(found.contains { $0.isSubset(of: alone.claims(conflict.figures)) })
                count += 1
            }
        }
        #expect(count > 10)
    }

    @Test("The answer is the same, however many threads work on it")
    func parallel() {
        var sample = Sample()
        for number in 0..<12 {
            addSum("sum\(number)", to: &sample)
            addRing("ring\(number)", of: 2 + number % 7, to: &sample)
        }
        let network = sample.network()
        let limits = limits(most: 60_000)
        let alone = WeighingJSON(Weighing(network, limits, together: .max)).bytes
        #expect(!Weighing(network, limits, together: .max).truncated.isEmpty)
        for together in [1, 2, 5] {
            #expect(WeighingJSON(Weighing(network, limits, together: together)).bytes == alone)
        }
    }
}
