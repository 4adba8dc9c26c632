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
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CQRCodeGenerator", providers: [.apt(["libqrcodegen-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "Foundations", dependencies: ["CMalloc"], swiftSettings: settings),
        .target(name: "Evidence", swiftSettings: settings),
        .target(name: "Checks", dependencies: ["Evidence"], swiftSettings: settings),
        .target(
            name: "Reasoning", dependencies: ["Checks", "Evidence", "Foundations"], swiftSettings: settings),
        .target(name: "Wording", dependencies: ["Checks", "Evidence", "Foundations"], swiftSettings: settings),
        .target(name: "Loading", dependencies: ["Checks", "Evidence", "Foundations"], swiftSettings: settings),
        .target(
            name: "Archive", dependencies: ["Checks", "CStemmer", "Evidence", "Foundations", "Loading", "Reasoning"],
            swiftSettings: settings),
        .target(name: "Bibliography", dependencies: ["Archive", "Evidence", "Wording"], swiftSettings: settings),
        .target(
            name: "Rendering",
            dependencies: [
                "Archive", "Bibliography", "Checks", "Evidence", "Foundations", "Reasoning", "Wording",
            ],
            swiftSettings: settings),
        .target(
            name: "Charts",
            dependencies: ["Archive", "Checks", "Evidence", "Foundations", "Reasoning", "Rendering", "Wording"],
            swiftSettings: settings),
        .target(name: "HTTPCore", dependencies: ["Foundations"], swiftSettings: settings),
        .target(name: "CEpoll"),
        .target(name: "HTTPServer", dependencies: ["CEpoll", "Foundations", "HTTPCore"], swiftSettings: settings),
        .target(name: "Raster", dependencies: ["HTTPCore"], swiftSettings: settings),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Problems", dependencies: ["Foundations", "HTTPCore", "Rendering", "Wording"], swiftSettings: settings
        ),
        .target(
            name: "API",
            dependencies: [
                "Archive", "Bibliography", "Charts", "Checks", "CZlib", "Evidence", "Foundations", "HTTPCore",
                "Loading",
                "Problems", "Raster", "Reasoning", "Rendering", "Wording",
            ],
            swiftSettings: settings),
        .target(
            name: "Description",
            dependencies: [
                "API", "Archive", "Evidence", "Foundations", "HTTPCore", "Problems", "Rendering", "Wording",
            ],
            swiftSettings: settings),
        .target(
            name: "Lessons",
            dependencies: [
                "Archive", "Checks", "CQRCodeGenerator", "Evidence", "Foundations", "Reasoning", "Rendering", "Wording",
            ],
            swiftSettings: settings),
        .target(name: "Templates", dependencies: ["Evidence", "Foundations", "Wording"], swiftSettings: settings),
        .target(
            name: "PageLayout",
            dependencies: [
                "API", "Archive", "Evidence", "Foundations", "HTTPCore", "Lessons", "Problems", "Rendering",
                "Templates", "Wording",
            ],
            swiftSettings: settings),
        .target(
            name: "Website",
            dependencies: [
                "API", "Archive", "Bibliography", "Charts", "Checks", "Evidence", "Foundations", "HTTPCore", "Lessons",
                "PageLayout", "Problems", "Reasoning", "Rendering", "Templates", "Wording",
            ],
            swiftSettings: settings),
        .target(
            name: "Server",
            dependencies: [
                "API", "Archive", "Checks", "Evidence", "Foundations", "HTTPCore", "HTTPServer", "Loading", "Reasoning",
                "Rendering", "Wording",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "Akistata",
            dependencies: [
                "API", "Archive", "Description", "Evidence", "Foundations", "HTTPCore", "HTTPServer", "Loading",
                "PageLayout", "Raster", "Reasoning", "Rendering", "Server", "Templates", "Website", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "API", "Archive", "Checks", "Description", "Evidence", "Foundations", "HTTPCore", "Loading",
                "PageLayout", "Raster", "Website", "Wording",
            ],
            path: "Tests/Support", exclude: ["Histories", "River", "Words", "validate.py"], swiftSettings: settings),
        .testTarget(name: "FoundationsTests", dependencies: ["Foundations", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ChecksTests", dependencies: ["Checks", "Evidence", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ReasoningTests", dependencies: ["Evidence", "Loading", "Reasoning", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EvidenceTests", dependencies: ["Checks", "Evidence", "Loading", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "WordingTests", dependencies: ["Checks", "Evidence", "TestSupport", "Wording"],
            swiftSettings: settings),
        .testTarget(
            name: "LoadingTests",
            dependencies: ["Archive", "Checks", "Evidence", "Foundations", "Loading", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "Checks", "Evidence", "Foundations", "Lessons", "Loading", "Reasoning", "TestSupport",
                "Wording",
            ],
            exclude: ["completeness.json"], swiftSettings: settings),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Archive", "Checks", "Evidence", "Rendering", "TestSupport", "Wording"],
            swiftSettings: settings),
        .testTarget(
            name: "ChartsTests",
            dependencies: ["Archive", "Charts", "Checks", "Evidence", "Reasoning", "Rendering", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "RasterTests", dependencies: ["HTTPCore", "Raster", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "HTTPCoreTests", dependencies: ["HTTPCore"], swiftSettings: settings),
        .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPCore"], swiftSettings: settings),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Archive", "Bibliography", "Charts", "Checks", "Description", "Evidence", "Foundations",
                "HTTPCore", "PageLayout", "Problems", "Raster", "Reasoning", "Rendering", "TestSupport", "Website",
                "Wording",
            ], swiftSettings: settings),
        .testTarget(
            name: "DescriptionTests",
            dependencies: [
                "API", "Archive", "Description", "Evidence", "Foundations", "HTTPCore", "Problems", "Rendering",
                "TestSupport", "Wording",
            ], swiftSettings: settings),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Evidence", "Templates", "TestSupport", "Wording"],
            swiftSettings: settings),
        .testTarget(
            name: "WebsiteTests",
            dependencies: [
                "API", "Archive", "Charts", "Checks", "Description", "Evidence", "Foundations", "HTTPCore",
                "PageLayout", "Reasoning", "Rendering", "Templates", "TestSupport", "Website", "Wording",
            ], swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "API", "Archive", "Checks", "Description", "Evidence", "Foundations", "HTTPCore", "HTTPServer",
                "Loading", "Reasoning", "Server", "TestSupport", "Wording",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // Without pkgConfig or providers: who only runs the program is not warned that the tests lack a library. The module
        // map links it.
        .systemLibrary(name: "CCurl", path: "Tests/CCurl"),
        .testTarget(
            name: "IntegrationTests", dependencies: ["Akistata", "CCurl", "TestSupport"], swiftSettings: settings),
    ]
)
