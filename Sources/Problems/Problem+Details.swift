package import HTTPCore
package import Wording

extension Problem {
    /// Puts the problem into words. `instance` identifies the occurrence, usually by the request's target.
    package func details(in language: Language, instance: String) -> ProblemDetails {
        let violations = errors.map { violation in
            ProblemDetails.Violation(
                parameter: violation.parameter, detail: violation.detail[language],
                accepts: violation.accepts[language])
        }
        let first = violations.first.map { first in
            first.parameter.map { "\($0): \(first.detail)" } ?? first.detail
        }
        let detail = detail + (lead.map { [$0.sentence] } ?? [])
        return ProblemDetails(
            status, title: Phrase.label(.status, String(status.code))[language],
            detail: detail.isEmpty ? first : detail[language], instance: instance, errors: violations)
    }
}
