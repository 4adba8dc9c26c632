import API
import ArgumentParser
import Foundation
import Website

/// What the service says of itself.
struct SiteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Scheme and host by which clients reach it, as in https://akistata.example (AKISTATA_PUBLIC_URL).",
            discussion: "Sitemap and catalogue have absolute addresses. Default: http and the Host of each request.",
            valueName: "url"))
    private var publicURL: String?

    @Option(
        help: ArgumentHelp(
            "Whom to tell of a weakness, as in mailto:security@akistata.example (AKISTATA_SECURITY_CONTACT).",
            discussion:
                "A mailto:, https: or tel: URI for /.well-known/security.txt, which there is none of otherwise.",
            valueName: "uri"))
    private var securityContact: String?

    /// Throws for what is no origin, or no contact.
    func site(schemas: [String: StaticFile], web: Web? = nil, converter: Converter? = nil) throws -> Site {
        let url = try publicURL ?? Environment.value("public-url")
        let origin = url.flatMap(Origin.init)
        if let url, origin == nil {
            throw ValidationError("--public-url is “\(url)”, which is not a scheme and a host without a path.")
        }
        let contact = try securityContact ?? Environment.value("security-contact")
        let security = contact.flatMap { SecurityContact($0, startedAt: Date()) }
        if let contact, security == nil {
            throw ValidationError("--security-contact is “\(contact)”, which is not a mailto:, https: or tel: URI.")
        }
        return Site(
            schemas: schemas, origin: origin, security: security, pages: web, converter: converter,
            changed: Resources.lastChange)
    }
}
