extension Source {
    /// A name as CSL-JSON has it: that of a person, in parts, or that of a body, which is literal.
    package struct Name: Hashable, Sendable {
        /// The family name of a person; nil for a body.
        package let family: String?
        package var given: String?
        /// What stands before the family name and is left out where the family name stands alone: the `de` of
        /// `Guy de Maupassant`.
        package var droppingParticle: String?
        /// What stands before the family name wherever that stands: the `van` of `van Gogh`.
        package var nonDroppingParticle: String?
        /// What follows the name, such as `Jr.` or `III`.
        package var suffix: String?
        /// Whether a comma stands before the suffix.
        package var hasCommaBeforeSuffix = false
        /// Whether the family name comes first in every style, as in Hungarian or Chinese.
        package var isFamilyFirst = false
        /// The name of a body; nil for a person.
        package let literal: String?

        private init(family: String?, literal: String?) {
            self.family = family
            self.literal = literal
        }

        /// Creates the name of a person. `given` is nil for one who has a single name.
        package static func person(family: String, given: String?) -> Name {
            var name = Name(family: family, literal: nil)
            name.given = given
            return name
        }

        /// Creates the name of a body, which is never taken apart.
        package static func literal(_ text: String) -> Name { Name(family: nil, literal: text) }

        /// The family name with the particle that belongs to it, or the name of a body.
        package var brief: String {
            literal ?? [nonDroppingParticle, family].compactMap { $0 }.joined(separator: " ")
        }

        /// The name in the order in which it is spoken: `Guy de Maupassant`.
        package var spoken: String {
            let given = [given].compactMap { $0 }
            let parts = [droppingParticle, nonDroppingParticle, family, suffix].compactMap { $0 }
            return literal ?? ((isFamilyFirst ? parts + given : given + parts)).joined(separator: " ")
        }

        /// The name as it is sorted: `Anušauskas, Arvydas`, `Maupassant, Guy de`, `van Gogh, Vincent`.
        package var sorted: String {
            let rest = [given, droppingParticle].compactMap { $0 }.joined(separator: " ")
            return [brief, rest, suffix ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}
