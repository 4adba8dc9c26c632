/// A point on the Earth in degrees of WGS 84, as sources of place names give it.
package struct Coordinates: Hashable, Sendable {
    /// The most decimals that a degree has: the sixth is a tenth of a metre.
    package static let mostDecimals = 6

    /// North of the equator, −90…90.
    package let latitude: Number
    /// East of Greenwich, −180…180.
    package let longitude: Number

    package init(latitude: Number, longitude: Number) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
