import Templates

/// The view for `builderEmpty.mustache`: the page for composing an embed where the dataset has nothing to show.
struct EmptyBuilderPage: PageView {
    static let template = "builderEmpty"
    static let members: [TemplateMember<Self>] = []
}
