import HTTPCore
import Rendering

extension Permalink {
    /// Returns the body with its links in the version: records are written once for all addresses.
    func located(_ body: Body, as format: Format, at origin: Origin?) -> Body {
        let isJSON: Bool
        switch format {
        case .json, .ndjson, .geojson, .vegaLite: isJSON = true
        case .atom, .csv, .ics: isJSON = false
        default: return body
        }
        let links = LinkText(isJSON: isJSON, origin: origin?.description)
        return links.rewrite(body) { found in
            guard found.leadsIntoVersion(amongPages: format == .atom || format == .ics) else { return .kept }
            return .link(
                (found.isAbsolute ? origin?.description ?? "" : "") + Permalink.path(found.link, version: version))
        }
    }
}

extension LinkText.Found {
    /// The paths below the API's root that are the same for all versions, or name one.
    private static let common = ["@", "schemas", "timemap", "openapi.json"].map { APIPath.below($0) }
    /// The relations that lead out of a version on purpose.
    private static let ways = ["latest-version", "original"]

    /// Whether a version has the target of its own. What begins with the path of the API, or of a picture, is a link; in feeds
    /// and calendars there are addresses of pages as well.
    fileprivate func leadsIntoVersion(amongPages: Bool) -> Bool {
        let isData = link.hasPrefix(APIPath.root + "/") || link.hasPrefix("/charts/")
        let isPage = amongPages && ["/events/", "/about"].contains(where: link.hasPrefix)
        return (isData || isPage) && !Found.common.contains(where: link.hasPrefix)
            && !Found.ways.contains(where: isMember)
    }

    private typealias Found = Self
}
