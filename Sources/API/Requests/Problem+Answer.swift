import Evidence
import Foundations
package import HTTPCore
package import Problems
import Rendering
import Wording

extension Problem {
    /// Returns the problem as the response to `request`, in the reader's language: as text if that is requested, otherwise
    /// as JSON.
    package func answer(_ request: borrowing Request, to reader: ProblemReader) -> Response {
        let details = details(in: reader.language, instance: request.target)
        let isText = reader.format == .txt
        var all = fields(to: reader, as: isText ? Format.txt.mediaType : ProblemDetails.mediaType)
        all.append(.contentLanguage, reader.language.spoken.rawValue)
        if isText { return Response(status, fields: all, body: Body(details.text(in: reader.language))) }
        let json = details.json
        return Response(status, fields: all, body: Body(reader.isPretty ? PrettyJSON.format(json) : json))
    }

    /// Returns the fields of the response, but for the language of its content. No cache may store it, unless the problem says
    /// otherwise.
    package func fields(to reader: ProblemReader, as mediaType: String) -> Fields {
        var all = Fields.common
        all.reserveCapacity(512)
        for name in [FieldName.allow, .contentRange, .link, .retryAfter] {
            if let value = fields[name] { all.append(name, value) }
        }
        all.append(.contentType, mediaType)
        all.append(.cacheControl, self.fields[.cacheControl] ?? "no-store")
        if let vary = reader.vary { all.append(.vary, vary) }
        return all
    }
}
