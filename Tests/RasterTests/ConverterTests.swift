import Evidence
import Foundation
import HTTPCore
import Synchronization
import TestSupport
import Testing

@testable import Raster

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

    /// A pipe by name that the program can wait at; the test holds both ends.
    private func pipe(_ name: String) throws -> (path: String, handle: FileHandle) {
        let path = folder.appending(path: name).path
        try #require(mkfifo(path, 0o600) == 0)
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        try #require(descriptor >= 0)
        return (path, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    private func lines(_ log: String) throws -> Int {
        try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count
    }

    @Test("gives what the program makes of the picture, and leaves nothing behind")
    func conversion() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let converter = Converter(program: try program("\(ConverterTests.signature); echo $*; cat"))
        let svg = "<svg>" + String(repeating: "ą", count: 200_000) + "</svg>"
        let before = try descriptors()
        let png = try #require(converter.png(of: svg))
        let text = String(decoding: png.dropFirst(8), as: UTF8.self)
        #expect(text == "--format=png --width=960 --keep-aspect-ratio\n" + svg)
        for number in 0..<40 {
            let short = "<svg>\(number)</svg>"
            #expect(converter.png(of: short)?.count == 8 + 45 + short.utf8.count)
        }
        // Other tests open and close theirs at the same time.
        #expect(try descriptors() < before + 20)
    }

    @Test(
        "gives nothing where the program fails, hangs, or writes something else",
        arguments: [
            "exit 1", "\(signature); exit 3", "kill -9 $$", "exec tail -f /dev/null", "true", "echo no picture",
            "\(signature); head -c 9000000 /dev/zero", "\(signature); tail -f /dev/null & wait",
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

    @Test("is asked once for each picture of an encoded, language and theme")
    func once() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "log").path
        let converter = Converter(program: try program("\(ConverterTests.signature); echo made >> '\(log)'; cat"))
        let service = try Service(converter: converter)
        let first = try service.get("/charts/statistics/sandbags-april.png?lang=en")
        #expect(first.status == 200 && first["Content-Type"] == "image/png" && first["Content-Encoding"] == nil)
        for query in ["lang=en&theme=light", "theme=auto&lang=en"] {
            let again = try service.get("/charts/statistics/sandbags-april.png?" + query, ["Accept-Encoding": "gzip"])
            #expect(again.body == first.body && again["Content-Encoding"] == nil)
        }
        for query in ["lang=lt", "lang=en&theme=dark"] {
            #expect(try service.get("/charts/statistics/sandbags-april.png?" + query).body != first.body)
        }
        #expect(try service.get("/charts/timeline", ["Accept": "image/png"])["Content-Type"] == "image/png")
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 4)
        let svg = try service.get("/charts/statistics/sandbags-april.svg")
        #expect(svg["Link"]?.contains("</charts/statistics/sandbags-april.png>; rel=\"alternate\"") == true)
    }

    @Test("that fails makes 503 with the time after which it is tried again, and is tried again then")
    func unavailable() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = folder.appending(path: "log").path
        let time = Mutex(ContinuousClock.now)
        let failing = try program("echo tried >> '\(log)'; exit 1")
        let service = try Service(converter: Converter(program: failing, now: { time.withLock { $0 } }))
        for _ in 0..<3 {
            let answer = try service.get("/charts/timeline.png")
            #expect(answer.status == 503 && answer["Content-Type"] == "application/problem+json")
            #expect(answer["Retry-After"] == "60" && answer["Cache-Control"] == "no-store")
        }
        #expect(try lines(log) == 1)
        // No number of failures keeps another picture from being tried.
        let statistics = try service.all("/api/v1/statistics").compactMap { $0["id"] as? String }
        for id in statistics { #expect(try service.get("/charts/statistics/\(id).png").status != 200) }
        let tried = try lines(log)
        #expect(tried > 4)
        #expect(try service.get("/charts/timeline.svg").status == 200)
        time.withLock { $0 += .seconds(62) }
        _ = try program("\(ConverterTests.signature); cat")
        #expect(try service.get("/charts/timeline.png").status == 200)
        #expect(try lines(log) == tried)
    }

    @Test("that hangs holds up nothing else of the thread that asked")
    func hanging() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (gate, started) = (try pipe("gate"), try pipe("started"))
        var limits = Converter.Limits()
        (limits.workers, limits.waiting) = (1, 3)
        let lines = "echo >'\(started.path)'; read line <'\(gate.path)'; \(ConverterTests.signature); cat"
        let service = try Service(converter: Converter(program: try program(lines), deadline: 600, limits: limits))
        let targets = try service.all("/api/v1/statistics").compactMap { $0["id"] as? String }
            .map { "/charts/statistics/\($0).png" }.filter {
                try service.promptStatus($0.replacing(".png", with: ".svg")) == 200
            }
        try #require(targets.count > 5)
        #expect(try service.promptStatus(targets[0]) == nil)
        _ = try started.handle.read(upToCount: 1)
        // The same picture is not converted twice, and takes no second place.
        for target in [targets[0], targets[1], targets[2], targets[3], targets[1]] {
            #expect(try service.promptStatus(target) == nil)
            #expect(try service.promptStatus("/healthz") == 200)
        }
        let refused = try service.get(targets[4])
        #expect(refused.status == 503 && refused["Retry-After"] == "2")
        try gate.handle.write(contentsOf: Data("\n\n\n\n".utf8))
        for target in targets[0...3] { #expect(try service.get(target).status == 200) }
        _ = try started.handle.read(upToCount: 3)
        try gate.handle.write(contentsOf: Data("\n".utf8))
        #expect(try service.get(targets[4]).status == 200)
    }
}

extension Converter {
    /// Waits for it; nil where it fails.
    fileprivate func png(of svg: String) -> [UInt8]? {
        let svg = Array(svg.utf8)
        var answer = convert(svg)
        if case .underWay(let conversion) = answer {
            conversion.wait()
            answer = convert(svg, after: conversion)
        }
        if case .png(let png) = answer { return png }
        return nil
    }
}
