/// A licence, identified by its SPDX identifier, with its address.
package struct Licence: Hashable, Sendable {
    package let id: String
    package let url: String

    package init(id: String, url: String) {
        self.id = id
        self.url = url
    }
}
