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
        let sentences = lead.map { detail + [$0.sentence] } ?? detail
        return ProblemDetails(
            status, title: Phrase.label(.status, String(status.code))[language],
            detail: sentences.isEmpty ? first : sentences[language], instance: instance, errors: violations)
    }
}
