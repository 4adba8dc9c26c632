package import Archive
import HTTPCore
package import Problems
import Rendering
import Wording

/// What the parameters select from a table: a page of it, or everything.
package struct ListSelection {
    /// The most values for which it is told what was probably meant.
    private static let mostSuggested = 3

    /// The positions in the requested order.
    package let positions: [Int]
    /// The page; nil if everything is selected.
    package let page: Page?
    package let links: PageLinks?
    let facets: [Facet]

    /// Selects from a table. `aside` are filters that have another meaning here; with `isWhole`, there are no pages
    /// unless requested. Throws a single 400 for everything that is wrong.
    package init<Record>(
        from table: RecordTable<Record>, _ context: borrowing RequestContext, aside: [String] = [],
        isWhole: Bool = false
    ) throws(Problem) {
        let parameters = context.parameters
        let query = Query(
            filters: parameters.filters(aside: aside), sort: parameters.first("sort"),
            language: context.language.tag)
        do throws(QueryError) {
            let hasPages = parameters.limit != nil || parameters.first("cursor") != nil
            if (isWhole || context.format.isWhole) && !hasPages {
                positions = try table.select(query)
                page = nil
            } else {
                let page = try table.page(
                    query, cursor: parameters.first("cursor"), limit: parameters.limit ?? Page.defaultLimit)
                positions = Array(page.positions)
                self.page = page
            }
            let names = parameters.facets
            // Unknown ones are reported with the parameters.
            let areKnown = !names.isEmpty && names.allSatisfy(table.facets.contains)
            facets = try areKnown ? table.count(by: names, in: query) : []
        } catch {
            // To find what was meant by a date takes a millisecond.
            throw parameters.problem(
                error.faults.enumerated().map {
                    Problem.Violation($1, known: parameters.known, suggests: $0 < ListSelection.mostSuggested)
                })
        }
        links = if let page { PageLinks(context, page) } else { nil }
    }
}
