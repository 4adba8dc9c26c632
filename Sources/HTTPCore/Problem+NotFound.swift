import Foundations

extension Problem {
    /// 404 that tells what is not there in a sentence, what was probably meant, and in another sentence where to look.
    package static func notFound(_ sentence: String, nearest: String? = nil, see: String? = nil) -> Problem {
        Problem(.notFound, detail: sentence + Hint.sentence(nearest) + (see.map { " " + $0 } ?? ""))
    }

    /// 404 for an id that none of the things has; `list` is the path of their list, where the request does not show it.
    package static func unknown(
        _ id: String, among things: String, nearest: String?, list: String? = nil
    ) -> Problem {
        let see = list.map { " \($0) lists them." } ?? ""
        return Problem(
            .notFound, detail: "None of the \(things) has the id “\(id)”.\(Hint.sentence(nearest))\(see)")
    }
}
