// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The server and its tests by themselves, so that a sanitizer, which wants everything built its own way, need not build
/// the rest. The folders are those of the package.
let package = Package(
    name: "sanitized",
    targets: [
        .systemLibrary(name: "CMalloc", path: "CMalloc"),
        .target(name: "Foundations", dependencies: ["CMalloc"], path: "Foundations", swiftSettings: settings),
        .target(name: "HTTPCore", dependencies: ["Foundations"], path: "HTTPCore", swiftSettings: settings),
        .target(name: "CEpoll", path: "CEpoll"),
        .target(
            name: "HTTPServer", dependencies: ["CEpoll", "Foundations", "HTTPCore"], path: "HTTPServer",
            swiftSettings: settings),
        .testTarget(
            name: "HTTPCoreTests", dependencies: ["Foundations", "HTTPCore"], path: "HTTPCoreTests",
            swiftSettings: settings),
        .testTarget(
            name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPCore"], path: "HTTPServerTests",
            swiftSettings: settings),
    ]
)
