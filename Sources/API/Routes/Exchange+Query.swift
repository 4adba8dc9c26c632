import Archive
import Evidence
import HTTPCore

extension Exchange {
    /// What the parameters ask of a shelf.
    func query<Record>(of shelf: Shelf<Record>) -> Query {
        let given = shelf.filters.map { ($0.name, parameters.all($0.name)) }.filter { !$0.1.isEmpty }
        return Query(
            filters: Dictionary(given) { first, _ in first }, sort: parameters.first("sort"), language: language)
    }

    /// Every record that the parameters ask for, in the order asked for. Throws one 400 for all that is wrong.
    func select<Record>(from shelf: Shelf<Record>) throws(Problem) -> [Record] {
        do throws(QueryError) {
            let positions = try shelf.select(query(of: shelf))
            return positions.map { shelf.records[$0] }
        } catch {
            throw parameters.problem(error.faults.map { Problem.Violation($0, known: parameters.known) })
        }
    }
}
