package import Checks
package import Archive
package import Evidence
package import Foundations
package import Wording

/// The encoding of the rows of the matrix.
package struct MatrixEncoding: Sendable {
    /// The sources, which are the columns of the matrix.
    package let sources: [Source]
    package let snapshot: Snapshot
    package let language: Language
    package let viewpoint: Viewpoint

    /// Creates an encoding from its properties.
    package init(sources: [Source], snapshot: Snapshot, language: Language, viewpoint: Viewpoint) {
        self.sources = sources
        self.snapshot = snapshot
        self.language = language
        self.viewpoint = viewpoint
    }

    /// Returns the row with what the sources say of the statistic.
    package func row(_ statistic: Statistic) -> MatrixRow {
        MatrixRow(statistic, sources: sources.map(\.id), lineage: snapshot.lineage)
    }

    /// Appends the sources that are the columns, with a description of each.
    package func writeSources(_ json: inout JSONText) {
        json.key("sources")
        json.array(sources) { json, source in
            json.object { json in
                json.member("id", source.id)
                json.member("title", source.title)
                json.key("independence")
                json.independence(of: source, in: language)
                json.key("links")
                json.object { $0.member("self", APIPath.below("sources", source.id)) }
            }
        }
    }

    /// Returns a row as a JSON object.
    package func encode(_ row: MatrixRow) -> [UInt8] {
        let statistic = row.statistic
        var json = JSONText(capacity: 1_024)
        json.object { json in
            json.member("statistic", statistic.id)
            json.member("title", statistic.title[language])
            json.member("unit", statistic.unit)
            json.member("period", statistic.period.gregorianText(.whole))
            json.member("contested", value: statistic.isContested)
            json.member("low", value: statistic.range.shown().low)
            json.member("high", value: statistic.range.shown().high)
            if viewpoint != .all {
                let figure = viewpoint.figure(of: statistic)
                json.member("silent", value: figure == nil)
                json.key("figure")
                json.figure(figure)
            }
            json.member("verdict", value: row.verdict?.rawValue)
            json.member("corroborated", value: row.isCorroborated)
            let most = row.mostTold
            json.key("cells")
            json.array(row.cells) { write($1, most: most, &$0) }
            json.key("pairs")
            json.array(row.pairs) { write($1, of: statistic, &$0) }
            json.key("checks")
            json.array(checks(of: statistic)) { $0.check($1) }
            json.key("links")
            json.object { $0.member("statistic", APIPath.below("statistics", statistic.id)) }
        }
        return json.bytes
    }

    private func write(_ cell: MatrixRow.Cell, most: Int, _ json: inout JSONText) {
        json.object { json in
            json.member("source", cell.source)
            json.key("silence")
            json.value(cell.claims.isEmpty)
            json.member("value", value: cell.figure?.value)
            json.member("qualifier", value: cell.figure?.qualifier?.rawValue)
            json.member("low", value: cell.figure?.interval.shown().low)
            json.member("high", value: cell.figure?.interval.shown().high)
            json.member("count", value: cell.claims.count)
            json.key("claims")
            json.claims(Array(cell.claims.prefix(most)), from: snapshot, in: language)
        }
    }

    private func write(_ pair: MatrixRow.Pair, of statistic: Statistic, _ json: inout JSONText) {
        json.object { json in
            json.member("claims", values: [pair.first.id, pair.second.id])
            json.member("sources", values: [pair.first.source, pair.second.source])
            json.member("verdict", pair.verdict.rawValue)
            json.key("difference")
            json.difference(pair.difference, unit: statistic.unit)
            json.key("independent")
            if let isIndependent = pair.isIndependent { json.value(isIndependent) } else { json.null() }
            json.key("bond")
            json.bond(pair.bond, in: language)
            json.key("corroborates")
            json.value(pair.corroborates)
        }
    }

    private func checks(of statistic: Statistic) -> [Check] {
        snapshot.checks.positions(where: "statistic", is: statistic.id).map { snapshot.checks.records[$0] }
    }

    // MARK: Lines and tables

    private var columns: [RecordColumn<MatrixCell>] {
        MatrixCell.columns + (viewpoint == .all ? [] : MatrixCell.viewed(viewpoint))
    }

    private func cells(of row: MatrixRow) -> [MatrixCell] {
        zip(row.cells, sources).map { MatrixCell(row: row, cell: $0, source: $1) }
    }

    /// Returns a row for each pair of statistic and source. For people, statistics are rows and sources are columns.
    package func table(_ rows: [MatrixRow], _ format: Format) -> Table {
        format == .txt ? grid(rows) : Table(rows.flatMap(cells), columns, format, snapshot, language)
    }

    /// Whether so many rows should be encoded while being sent.
    package func isLong(_ rows: Int) -> Bool { rows > [Int].mostAtOnce / max(sources.count, 1) }

    /// Returns the rows of statistics, by their positions, as one JSON object per line, encoded while being sent.
    package func producedLines(_ positions: [Int]) -> Producer {
        positions.produced { position, chunk in
            guard let row = row(at: position) else { return }
            chunk += encode(row) + JSONPiece.newline
        }
    }

    /// Returns their table as CSV, encoded while being sent.
    package func producedTable(_ positions: [Int], _ dialect: Dialect) -> Producer {
        let (columns, snapshot, language) = (columns, snapshot, language)
        let described = columns.map(\.column)
        return positions.produced(head: CSVText.header(described, dialect)) { position, chunk in
            for cell in row(at: position).map(cells) ?? [] {
                chunk += CSVText.row(columns.map { $0.cell(cell, snapshot, language) }, of: described, dialect)
            }
        }
    }

    private func row(at position: Int) -> MatrixRow? {
        let statistics = snapshot.statistics.records
        return statistics.indices.contains(position) ? row(statistics[position]) : nil
    }

    private func grid(_ rows: [MatrixRow]) -> Table {
        var columns: [RecordColumn<MatrixRow>] = [
            .init("title", show: .brief) { .text($0.statistic.title[$2]) }
        ]
        columns += sources.enumerated().map { index, source in
            .init(source.id, isVerbatim: true, .decimal, show: .brief) { row, _, language in
                let (figure, claims) = (row.cells[index].figure, row.cells[index].claims)
                // Figures that the source states but does not stand by are in parentheses.
                return .text(figure?.text(in: language) ?? claims.first.map { "(\($0.printed))" } ?? "—")
            }
        }
        if viewpoint != .all {
            columns.append(
                .init(viewpoint.name, isVerbatim: true, .decimal, show: .brief) { row, _, language in
                    .text(viewpoint.figure(of: row.statistic)?.text(in: language) ?? "—")
                })
        }
        columns.append(
            .init("verdict", show: .brief) { row, _, _ in
                row.verdict.map { .term($0.rawValue, $0.label) } ?? .none
            })
        return Table(rows, columns, .txt, snapshot, language)
    }
}

extension JSONText {
    fileprivate mutating func check(_ check: Check) {
        object { json in
            json.member("id", check.id)
            json.member("kind", check.relation.constraint.kind.rawValue)
            json.member("verdict", check.verdict.rawValue)
            json.key("links")
            json.object { $0.member("self", APIPath.below("checks", check.id)) }
        }
    }

    fileprivate mutating func bond(_ bond: Lineage.Bond?, in language: Language) {
        guard let bond else { return null() }
        object { json in
            json.member("id", bond.rawValue)
            json.member("label", bond.label[language])
        }
    }
}
