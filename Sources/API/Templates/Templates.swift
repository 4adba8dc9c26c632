/// The templates that pages are rendered by, in one language. Each is the file of its name, which may stand in one file for
/// each language: `about.en.mustache`.
struct Templates: Sendable {
    /// What stands around every page.
    let layout: Template<Layout>
    let home: Template<HomePage.View>
    let problem: Template<ProblemPage.View>
    let discrepancies: Template<DiscrepancyPages.List>
    let discrepancy: Template<DiscrepancyPages.Item>
    let statistics: Template<StatisticPages.List>
    let statistic: Template<StatisticPages.Item>
    let events: Template<EventPages.List>
    let event: Template<EventPages.Item>
    let sources: Template<SourcePages.List>
    let source: Template<SourcePages.Item>
    let lesson: Template<LessonPage.View>
    let lessons: Template<LessonsPage.View>
    let docs: Template<DocsPage.View>
    let docsGroup: Template<DocsGroupView>
    let about: Template<AboutPage.View>
    let search: Template<SearchPage.View>
    let embed: Template<EmbedPage>
    let builder: Template<BuilderPage>

    /// Throws where a file is missing, or names what is not there.
    init(_ compiler: TemplateCompiler) throws(WebError) {
        layout = try compiler.template("layout")
        home = try compiler.template("home")
        problem = try compiler.template("problem")
        discrepancies = try compiler.template("discrepancies")
        discrepancy = try compiler.template("discrepancy")
        statistics = try compiler.template("statistics")
        statistic = try compiler.template("statistic")
        events = try compiler.template("events")
        event = try compiler.template("event")
        sources = try compiler.template("sources")
        source = try compiler.template("source")
        lesson = try compiler.template("lesson")
        lessons = try compiler.template("lessons")
        docs = try compiler.template("docs")
        docsGroup = try compiler.template("docsGroup")
        about = try compiler.template("about")
        search = try compiler.template("search")
        embed = try compiler.template("embed")
        builder = try compiler.template("builder")
    }
}
