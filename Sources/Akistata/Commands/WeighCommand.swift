import Archive
import ArgumentParser
import Evidence
import Foundations
import Reasoning
import Server

/// The command `akistata weigh`, which prints what of the evidence cannot be together, what would have to go, and what the rest
/// allows.
struct WeighCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh",
        abstract: "Weigh all figures of a dataset together, and report which of them cannot all be right.")

    /// How it is told.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var data: DataOptions

    @OptionGroup var report: ReportOptions

    @Option(help: "For people, or all of it for programs, with what each end of a range rests on.")
    var format = Format.text

    @Option(help: "A claim or a relation that is given up (repeatable).")
    var without: [String] = []

    @Option(help: "A relation marked as not comparable that is taken as if it held (repeatable).")
    var assume: [String] = []

    func run() throws {
        let snapshot = try data.load()
        let language = try report.language(of: snapshot)
        let dataset = snapshot.dataset
        let network = Network(dataset, without: Set(without), assume: Set(assume))
        let known = network.leftOut.filter { $0.reason == .without }.map(\.id)
        let marked = dataset.relations.filter { $0.comparability != nil }.map(\.id)
        let given = dataset.statistics.flatMap(\.claims).map(\.id) + dataset.relations.map(\.id)
        try check(without, "without", in: known, "is no claim or relation that takes part", near: given)
        try check(assume, "assume", in: marked, "is no relation that is marked as not comparable", near: marked)
        let weighing = Weighing(network)
        switch format {
        case .json: try ReportOptions.print(PrettyJSON.format(WeighingJSON(weighing).bytes))
        case .text:
            try ReportOptions.print(
                Array((WeighingReport(weighing, of: snapshot, language: language).text + "\n").utf8))
        }
    }

    private func check(
        _ ids: [String], _ option: String, in known: [String], _ fault: String, near: [String]
    ) throws {
        guard let id = ids.first(where: { !known.contains($0) }) else { return }
        throw ValidationError(
            "--\(option) \(id) \(fault)." + Hint.sentence(near.contains(id) ? nil : nearest(to: id, in: near)))
    }
}
