import Evidence
import Foundation
import HTTPCore
import Synchronization
import Testing

@testable import API

@Suite("A converter", .serialized)
struct ConverterTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akistata-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A program of that name and those lines, for a shell.
    private func program(_ lines: String, name: String = "rsvg-convert") throws -> URL {
        let file = folder.appending(path: name)
        try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file
    }

    private static let signature = #"printf '\211PNG\r\n\032\n'"#

    private func descriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }

    @Test("gives what the program makes of the picture, and leaves nothing behind")
    func conversion() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let converter = Converter(program: try program("\(ConverterTests.signature); echo $*; cat"))
        let svg = "<svg>" + String(repeating: "ą", count: 200_000) + "</svg>"
        // What Foundation opens for itself is open after the first.
        _ = converter.png(of: svg)
        let before = try descriptors()
        let png = try #require(converter.png(of: svg))
        let text = String(decoding: png.dropFirst(8), as: UTF8.self)
        #expect(text == "--format=png --width=960 --keep-aspect-ratio\n" + svg)
        for _ in 0..<40 { #expect(converter.png(of: "<svg/>") != nil) }
        // Other tests open and close theirs at the same time.
        #expect(try descriptors() < before + 20)
    }

    @Test(
        "gives nothing where the program fails, hangs, or writes something else",
        arguments: [
            "exit 1", "\(signature); exit 3", "kill -9 $$", "exec tail -f /dev/null", "true", "echo no picture",
            "\(signature); head -c 9000000 /dev/zero",
        ])
    func failure(lines: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let isHanging = lines.contains("tail")
        let converter = Converter(program: try program(lines), deadline: isHanging ? 0.2 : 60)
        #expect(converter.png(of: "<svg/>") == nil)
        #expect(Converter(program: folder.appending(path: "nothing")).png(of: "<svg/>") == nil)
    }

    @Test("is found in the first folder of PATH that has one")
    func search() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(Converter(in: folder.path) == nil)
        #expect(Converter(in: "") == nil && Converter(in: "relative:::/nowhere") == nil)
        _ = try program("true", name: "another")
        #expect(Converter(in: "/nowhere:" + folder.path) == nil)
        _ = try program("\(ConverterTests.signature)")
        let converter = try #require(Converter(in: "/nowhere:" + folder.path))
        #expect(converter.png(of: "<svg/>")?.count == 8)
    }

    @Test("is asked once for each picture of an edition, language and theme")
    func once() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "log").path
        let converter = Converter(program: try program("\(ConverterTests.signature); echo made >> '\(log)'; cat"))
        let service = try Service(converter: converter)
        let first = try service.get("/charts/statistics/mobilised-1944.png?lang=en")
        #expect(first.status == 200 && first["Content-Type"] == "image/png" && first["Content-Encoding"] == nil)
        for query in ["lang=en&theme=light", "theme=auto&lang=en"] {
            let again = try service.get("/charts/statistics/mobilised-1944.png?" + query, ["Accept-Encoding": "gzip"])
            #expect(again.body == first.body && again["Content-Encoding"] == nil)
        }
        for query in ["lang=lt", "lang=en&theme=dark"] {
            #expect(try service.get("/charts/statistics/mobilised-1944.png?" + query).body != first.body)
        }
        #expect(try service.get("/charts/timeline", ["Accept": "image/png"])["Content-Type"] == "image/png")
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 4)
        let svg = try service.get("/charts/statistics/mobilised-1944.svg")
        #expect(svg["Link"]?.contains("</charts/statistics/mobilised-1944.png>; rel=\"alternate\"") == true)
    }

    @Test("that fails makes 503, and is not asked for the same picture for ever")
    func unavailable() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "log").path
        let service = try Service(converter: Converter(program: try program("echo tried >> '\(log)'; exit 1")))
        for _ in 0..<6 {
            let answer = try service.get("/charts/timeline.png")
            #expect(answer.status == 503 && answer["Content-Type"] == "application/problem+json")
        }
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 3)
        #expect(try service.get("/charts/timeline.svg").status == 200)
    }
}
