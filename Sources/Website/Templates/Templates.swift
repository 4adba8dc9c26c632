import Synchronization

/// A view that a file among the templates is for.
protocol PageView: TemplateView {
    /// The name of the file: `home`. A language may have one for itself: `about.lt`.
    static var template: String { get }
}

/// The templates that pages are rendered by, in one language, each compiled once for its view.
final class Templates: Sendable {
    private let compiler: TemplateCompiler
    private let compiled = Mutex<[ObjectIdentifier: any Sendable]>([:])

    init(_ compiler: TemplateCompiler) { self.compiler = compiler }

    /// Compiles what is not compiled yet, so that a fault is found before it is asked for.
    func compile(_ views: [any PageView.Type]) throws(WebError) {
        for view in views { try compile(view) }
    }

    private func compile<View: PageView>(_ view: View.Type) throws(WebError) { _ = try template(for: view) }

    /// Returns the template for views of a type. Throws where its file is missing, or names what is not there.
    func template<View: PageView>(for view: View.Type = View.self) throws(WebError) -> Template<View> {
        let key = ObjectIdentifier(view)
        if let known = compiled.withLock({ $0[key] }) as? Template<View> { return known }
        let template: Template<View> = try compiler.template(View.template)
        compiled.withLock { $0[key] = template }
        return template
    }
}
