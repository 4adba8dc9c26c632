/// A small struct that fills a template.
///
/// A template can name only the members of the view it is for, so that one name means one thing. Members are known
/// before any page is requested, so an unknown name is found when the template is compiled.
///
/// ```swift
/// extension LinkView: TemplateView {
///     static let members: [TemplateMember<LinkView>] = [
///         .text("label") { $0.label }, .text("href") { $0.href }, .flag("isChosen") { $0.isChosen },
///     ]
/// }
/// ```
package protocol TemplateView: SendableMetatype {
    /// Everything that a template may name.
    static var members: [TemplateMember<Self>] { get }
}

/// A string in a list is what `{{.}}` stands for.
extension String: TemplateView {
    package static let members: [TemplateMember<String>] = [.text(".") { $0 }]
}

/// A member of a view, under the name that templates use.
package struct TemplateMember<View>: Sendable {
    /// Appends part of a view to a page.
    package typealias Write = @Sendable (View, inout [UInt8]) -> Void

    /// The kinds of members.
    enum Value: Sendable {
        case text(@Sendable (View) -> String)
        case optional(@Sendable (View) -> String?)
        case flag(@Sendable (View) -> Bool)
        case markup(Write)
        case views(Views)
    }

    /// Views of another type, which is erased.
    struct Views: Sendable {
        let isEmpty: @Sendable (View) -> Bool
        /// Compiles parts of a template into what writes them for each of the views.
        let writer: @Sendable (TemplateCompiler, [TemplatePart]) throws(WebError) -> Write
    }

    let name: String
    let value: Value

    package static func text(_ name: String, _ text: @escaping @Sendable (View) -> String) -> Self {
        Self(name: name, value: .text(text))
    }

    /// Creates a member with a text that may be absent.
    package static func optional(_ name: String, _ text: @escaping @Sendable (View) -> String?) -> Self {
        Self(name: name, value: .optional(text))
    }

    package static func flag(_ name: String, _ flag: @escaping @Sendable (View) -> Bool) -> Self {
        Self(name: name, value: .flag(flag))
    }

    /// Creates a member that appends markup to a page.
    package static func markup(_ name: String, _ write: @escaping Write) -> Self {
        Self(name: name, value: .markup(write))
    }

    /// Creates a member with a nested view.
    package static func view<Inner: TemplateView>(_ name: String, _ inner: @escaping @Sendable (View) -> Inner) -> Self
    {
        views(name, isEmpty: { _ in false }) { view, template, page in template.write(inner(view), into: &page) }
    }

    /// Creates a member with a nested view that may be absent.
    package static func optional<Inner: TemplateView>(
        _ name: String, _ inner: @escaping @Sendable (View) -> Inner?
    ) -> Self {
        views(name, isEmpty: { inner($0) == nil }) { (view, template: Template<Inner>, page) in
            if let inner = inner(view) { template.write(inner, into: &page) }
        }
    }

    package static func list<Inner: TemplateView>(
        _ name: String, _ list: @escaping @Sendable (View) -> [Inner]
    ) -> Self {
        views(name, isEmpty: { list($0).isEmpty }) { view, template, page in
            for inner in list(view) { template.write(inner, into: &page) }
        }
    }

    private static func views<Inner: TemplateView>(
        _ name: String, isEmpty: @escaping @Sendable (View) -> Bool,
        write: @escaping @Sendable (View, Template<Inner>, inout [UInt8]) -> Void
    ) -> Self {
        Self(
            name: name,
            value: .views(
                Views(
                    isEmpty: isEmpty,
                    writer: { compiler, parts throws(WebError) in
                        let template: Template<Inner> = try compiler.template(of: parts)
                        return { view, page in write(view, template, &page) }
                    })))
    }
}
