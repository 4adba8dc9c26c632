import Evidence
import Foundations
package import Wording

/// A compiler for template files in one language. Words are inserted where a template names them, and partials where
/// they are included, so that for each page only the values of the view remain to be written.
///
/// Everything that a template names is looked up here, once: an unknown name is an error at startup.
package struct TemplateCompiler: Sendable {
    /// The files by name, such as `home` or `about.lt`.
    let files: [String: [TemplatePart]]
    let words: Words
    /// Whether the words are written from right to left.
    private let isRightToLeft: Bool
    /// The templates around what is being compiled, innermost last; the first is a file, the others are partials.
    private var open: [String] = []
    /// The member of the view that `{{.}}` stands for.
    private var subject: String?

    package init(files: [String: [TemplatePart]], words: Words, isRightToLeft: Bool = false) {
        self.files = files
        self.words = words
        self.isRightToLeft = isRightToLeft
    }

    /// Compiles the template `name`, preferring one specific to the language, such as `about.lt`; otherwise the common
    /// or the English one.
    package func template<View: TemplateView>(_ name: String) throws(WebError) -> Template<View> {
        let own = "\(name).\(words.tag.rawValue)"
        let names = [own, name, "\(name).\(LanguageTag.program.rawValue)"]
        var inner = self
        inner.open = [names.first { files[$0] != nil } ?? own]
        guard let parts = names.lazy.compactMap({ files[$0] }).first else {
            throw .template(own, "there is no such file")
        }
        return try inner.template(of: parts)
    }

    /// Compiles parts of a template for a type of view.
    func template<View: TemplateView>(of parts: [TemplatePart]) throws(WebError) -> Template<View> {
        var template = Template<View>()
        try add(parts, to: &template)
        return template
    }

    private func add<View>(_ parts: [TemplatePart], to template: inout Template<View>) throws(WebError) {
        for part in parts {
            switch part {
            case .literal(let bytes): template.append(bytes)
            case .value(let path, let isMarkup): try add(path, isMarkup ? .markup : .content, to: &template)
            case .attribute(let path): try add(path, .attribute, to: &template)
            case .section(let path, false, let inner): try add(inner, forEach: path, to: &template)
            case .section(let path, true, let inner): try add(inner, unless: path, to: &template)
            case .partial(let name):
                guard let parts = files[name] else { throw fault("there is no template “\(name)”") }
                guard !open.contains(name) else { throw fault("“\(name)” stands in itself") }
                var inside = self
                inside.open.append(name)
                try inside.add(parts, to: &template)
            }
        }
    }

    /// How a text is written, by where it stands.
    private enum Form {
        case content, attribute, markup

        /// The part of a template that writes a value so.
        func part(_ path: TemplatePath) -> TemplatePart {
            self == .attribute ? .attribute(path) : .value(path, isMarkup: self == .markup)
        }
    }

    /// Returns what writes a text. Marks of its languages become elements where there can be any.
    private func writer(_ form: Form) -> @Sendable (String, inout [UInt8]) -> Void {
        let isRightToLeft = isRightToLeft
        return switch form {
        case .content: { text, page in page.append(content: text, isRightToLeft: isRightToLeft) }
        case .attribute: { text, page in page.append(escaping: MarkedText.plain(text)) }
        case .markup: { text, page in page.append(text, isMarkup: true) }
        }
    }

    private func add<View>(_ path: TemplatePath, _ form: Form, to template: inout Template<View>) throws(WebError) {
        if path.first == "words", let key = path.rest {
            guard words.has(key) else { throw fault("there is no word “\(key)”") }
            var bytes: [UInt8] = []
            bytes.append(escaping: words[key])
            return template.append(bytes)
        }
        let member = try member(path, of: View.self)
        let write = writer(form)
        switch member.value {
        case .text(let text) where path.rest == nil: template.append { view, page in write(text(view), &page) }
        case .optional(let text) where path.rest == nil:
            template.append { view, page in if let text = text(view) { write(text, &page) } }
        case .markup(let write) where form == .markup && path.rest == nil: template.append(write)
        case .views(let views):
            guard let rest = path.rest else { throw fault("“\(path)” is no text") }
            template.append(try views.writer(self.about(nil), [form.part(TemplatePath(rest))]))
        case .text, .optional, .flag, .markup: throw fault("“\(path)” is no text")
        }
    }

    private func add<View>(
        _ parts: [TemplatePart], forEach path: TemplatePath, to template: inout Template<View>
    ) throws(WebError) {
        let member = try member(path, of: View.self)
        switch member.value {
        case .optional(let text):
            let inner: Template<View> = try about(member.name).template(of: parts)
            template.append { view, page in if text(view) != nil { inner.write(view, into: &page) } }
        case .flag(let flag):
            let inner: Template<View> = try self.template(of: parts)
            template.append { view, page in if flag(view) { inner.write(view, into: &page) } }
        case .views(let views):
            let inner = path.rest.map { [.section(TemplatePath($0), isInverted: false, parts)] } ?? parts
            template.append(try views.writer(about(nil), inner))
        case .text, .markup: throw fault("“\(path)” is always there")
        }
    }

    private func add<View>(
        _ parts: [TemplatePart], unless path: TemplatePath, to template: inout Template<View>
    ) throws(WebError) {
        let inner: Template<View> = try self.template(of: parts)
        switch try member(path, of: View.self).value {
        case .optional(let text):
            template.append { view, page in if text(view) == nil { inner.write(view, into: &page) } }
        case .flag(let flag):
            template.append { view, page in if !flag(view) { inner.write(view, into: &page) } }
        case .views(let views) where path.rest == nil:
            template.append { view, page in if views.isEmpty(view) { inner.write(view, into: &page) } }
        case .views, .text, .markup: throw fault("“\(path)” is always there")
        }
    }

    private func member<View: TemplateView>(
        _ path: TemplatePath, of view: View.Type
    ) throws(WebError) -> TemplateMember<View> {
        let name = path.first == "." ? subject ?? path.first : path.first
        guard let member = View.members.first(where: { $0.name == name }) else {
            throw fault("\(View.self) has no member “\(name)”")
        }
        return member
    }

    /// Returns the compiler for the content of a section about a member.
    private func about(_ member: String?) -> Self {
        var inner = self
        inner.subject = member
        return inner
    }

    private func fault(_ text: String) -> WebError { .template(open.last ?? "", text) }
}
