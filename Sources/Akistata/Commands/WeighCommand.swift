import Archive
import ArgumentParser
import Evidence
import Foundation
import Foundations
import Loading
import Reasoning
import Server

/// The command `akistata weigh`, which prints what of the evidence cannot be together, what would have to go, and what the rest
/// allows.
struct WeighCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh",
        abstract: "Weigh all figures of a dataset together, and print which of them cannot all be right, as JSON.")

    @OptionGroup var data: DataOptions

    @Option(help: "A claim or a relation that is given up (repeatable).")
    var without: [String] = []

    @Option(help: "A relation marked as not comparable that is taken as if it held (repeatable).")
    var assume: [String] = []

    func run() throws {
        let dataset = try data.validate().dataset
        let network = Network(dataset, without: Set(without), assume: Set(assume))
        let known = Set(network.leftOut.filter { $0.reason == .without }.map(\.id))
        if let id = without.first(where: { !known.contains($0) }) {
            throw ValidationError("--without \(id) is no claim or relation that takes part.")
        }
        let marked = Set(dataset.relations.filter { $0.comparability != nil }.map(\.id))
        if let id = assume.first(where: { !marked.contains($0) }) {
            throw ValidationError("--assume \(id) is no relation that is marked as not comparable.")
        }
        let json = WeighingJSON(Weighing(network)).bytes
        if let (_, errno) = StandardStream.output.write(PrettyJSON.format(json)), errno != EPIPE {
            StandardStream.errors.print("akistata: standard output: \(String(cString: strerror(errno)))")
            throw ExitCode(1)
        }
    }
}
