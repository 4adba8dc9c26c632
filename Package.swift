// swift-tools-version: 6.2
import PackageDescription

/// One strictness for every Swift target.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "akistata",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "akistata", targets: ["Akistata"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .target(name: "Foundations", swiftSettings: settings),
        .target(name: "Evidence", swiftSettings: settings),
        .systemLibrary(name: "CMalloc"),
        .target(name: "Archive", dependencies: ["CMalloc", "Evidence", "Foundations"], swiftSettings: settings),
        .target(name: "HTTPCore", swiftSettings: settings),
        .target(name: "CEpoll"),
        .target(name: "HTTPServer", dependencies: ["HTTPCore", "CEpoll"], swiftSettings: settings),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "API",
            dependencies: ["Archive", "CZlib", "Evidence", "HTTPCore"],
            swiftSettings: settings),
        .target(
            name: "Server",
            dependencies: [
                "API", "Archive", "Evidence", "Foundations", "HTTPCore", "HTTPServer",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "Akistata",
            dependencies: [
                "API", "Archive", "Evidence", "Foundations", "HTTPCore", "HTTPServer", "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
        .testTarget(name: "FoundationsTests", dependencies: ["Foundations"], swiftSettings: settings),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "Evidence", "TestSupport"],
            exclude: ["completeness.json", "validate.py"], swiftSettings: settings),
        .testTarget(name: "HTTPCoreTests", dependencies: ["HTTPCore"], swiftSettings: settings),
        .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPCore"], swiftSettings: settings),
        .testTarget(
            name: "APITests", dependencies: ["API", "Archive", "Evidence", "HTTPCore", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Foundations", "HTTPCore", "HTTPServer", "Server", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // Without pkgConfig or providers: who only runs the program is not warned that the tests lack a library. The module
        // map links it.
        .systemLibrary(name: "CCurl", path: "Tests/CCurl"),
        .testTarget(name: "IntegrationTests", dependencies: ["Akistata", "CCurl"], swiftSettings: settings),
    ]
)
