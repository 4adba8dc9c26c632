import Synchronization

/// A view that fills a template file of its own.
package protocol PageView: TemplateView {
    /// The name of the template, such as `home`. A language may have its own, such as `about.lt`.
    static var template: String { get }
}

/// The templates for pages in one language, each compiled once for its view.
package final class Templates: Sendable {
    private let compiler: TemplateCompiler
    private let compiled = Mutex<[ObjectIdentifier: any Sendable]>([:])

    package init(_ compiler: TemplateCompiler) { self.compiler = compiler }

    /// Compiles the templates that are not yet compiled, so that faults are found before a page is requested.
    package func compile(_ views: [any PageView.Type]) throws(WebError) {
        for view in views { try compile(view) }
    }

    private func compile<View: PageView>(_ view: View.Type) throws(WebError) { _ = try template(for: view) }

    /// Returns the template for a type of view. Throws if its file is missing or names something unknown.
    package func template<View: PageView>(for view: View.Type = View.self) throws(WebError) -> Template<View> {
        let key = ObjectIdentifier(view)
        if let known = compiled.withLock({ $0[key] }) as? Template<View> { return known }
        let template: Template<View> = try compiler.template(View.template)
        compiled.withLock { $0[key] = template }
        return template
    }
}
