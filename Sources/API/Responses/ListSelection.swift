package import Archive
package import HTTPCore
import Rendering
import Wording

/// What the parameters select from a table: a page of it, or all of it.
package struct ListSelection {
    /// In the order asked for.
    package let positions: [Int]
    /// nil for all.
    package let page: Page?
    package let links: PageLinks?
    let facets: [Facet]

    /// `aside` are filters of the table that mean something else here; `isWhole` where nothing asks for pages. Throws one
    /// 400 for all that is wrong.
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
            // Wrong ones are told by the parameters.
            let areKnown = !names.isEmpty && names.allSatisfy(table.facets.contains)
            facets = try areKnown ? table.count(by: names, in: query) : []
        } catch {
            throw parameters.problem(error.faults.map { Problem.Violation($0, known: parameters.known) })
        }
        links = if let page { PageLinks(context, page) } else { nil }
    }
}
