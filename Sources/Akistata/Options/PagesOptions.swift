import API
import ArgumentParser
import Foundation
import PageLayout
import Server
import Templates
import Website
import Wording

/// The pages for people, which are there unless they are left out.
struct PagesOptions: ParsableArguments {
    private static let restriction = Switch("data-only", "Only the data, without web pages and embeds")

    @Flag(PagesOptions.restriction) var dataOnly = false

    /// Loads what web pages are made from, with the templates in `more`, a folder of further words; nil if there are to be no
    /// pages. If that fails, prints a line that says why and exits with 1.
    func web(_ catalogue: Catalogue, more: URL?) throws -> Web? {
        guard try !PagesOptions.restriction.isOn(dataOnly) else { return nil }
        do throws(WebError) {
            guard let folder = Resources.web else { throw .noFolder }
            return try Web(in: folder, catalogue, more: more)
        } catch {
            StandardStream.errors.print("akistata: \(error)")
            throw ExitCode(1)
        }
    }
}
