import API
import ArgumentParser
import Foundation
import Server
import Website
import Wording

/// What the service says about itself.
struct SiteOptions: ParsableArguments {
    @Option(
        as: "url",
        discussion: "Sitemap and catalogue have absolute addresses. Default: http and the Host of each request.")
    private var publicURL = Setting<String?>(
        "public-url", "Scheme and host by which clients reach it, as in https://akistata.example")

    @Option(
        as: "uri",
        discussion: "A mailto:, https: or tel: URI for /.well-known/security.txt, which there is none of otherwise.")
    private var securityContact = Setting<String?>(
        "security-contact", "Whom to tell of a weakness, as in mailto:security@akistata.example")

    /// Returns the site with what these options say. Throws for an invalid origin or contact.
    func site(
        _ catalogue: Catalogue, schemas: [String: StaticFile], web: Web? = nil, converter: Converter? = nil
    ) throws -> Site {
        let url = try publicURL.value()
        let origin = url.flatMap(Origin.init)
        if let url, origin == nil {
            throw ValidationError(
                "--\(publicURL.name) is “\(url)”, which is not a scheme and a host without a path.")
        }
        let contact = try securityContact.value()
        let security = contact.flatMap { SecurityContact($0, startedAt: Date()) }
        if let contact, security == nil {
            throw ValidationError(
                "--\(securityContact.name) is “\(contact)”, which is not a mailto:, https: or tel: URI.")
        }
        return Site(
            catalogue, schemas: schemas, origin: origin, security: security, pages: web, converter: converter,
            changed: Resources.lastChange)
    }
}
