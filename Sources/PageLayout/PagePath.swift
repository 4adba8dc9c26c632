/// The paths of pages to which others lead.
package enum PagePath {
    /// The page for composing an embed.
    package static let embedding = "/embed"
    /// What programs ask for the embed of a page.
    package static let discovery = "/oembed"
    /// The page to weigh.
    package static let weighing = "/weigh"
    /// Its worksheet.
    package static let worksheet = "/weigh/worksheet"
}
