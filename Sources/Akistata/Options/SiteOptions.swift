import API
import Description
import ArgumentParser
import Foundation
import HTTPCore
import PageLayout
import Raster
import Server
import Website
import Wording

/// What the service says about itself.
struct SiteOptions: ParsableArguments {
    @Option(
        as: "url",
        discussion: """
            For absolute URLs in the sitemap and catalogue. Default: http and the Host of each request, or what a \
            trusted proxy says.
            """)
    private var publicURL = Setting<String?>(
        "public-url",
        "Address below which clients reach everything, such as https://akistata.example or https://museum.example/lithuania"
    )

    @Option(
        as: "uri",
        discussion: "A mailto:, https: or tel: URI for /.well-known/security.txt, which otherwise does not exist.")
    private var securityContact = Setting<String?>(
        "security-contact", "Contact for reporting vulnerabilities, such as mailto:security@akistata.example")

    /// Returns the site with these options. Throws if the origin or the contact is invalid.
    func site(
        _ catalogue: Catalogue, schemas: [String: StaticFile], web: Web? = nil, converter: Converter? = nil,
        isStatic: Bool = false
    ) throws -> Site {
        let url = try publicURL.value()
        let origin = url.flatMap(Origin.init)
        if let url, origin == nil {
            throw ValidationError(
                "--\(publicURL.name) is “\(url)”, which is not a scheme and a host, or an address below which everything is."
            )
        }
        let contact = try securityContact.value()
        let security = contact.flatMap { SecurityContact($0, startedAt: Date()) }
        if let contact, security == nil {
            throw ValidationError(
                "--\(securityContact.name) is “\(contact)”, which is not a mailto:, https: or tel: URI.")
        }
        return Site(
            catalogue, schemas: schemas, origin: origin, security: security, pages: web,
            description: Descriptions(), converter: converter, changed: Resources.lastChange, isStatic: isStatic)
    }
}
