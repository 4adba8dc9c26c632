import Evidence
import Foundation
import Foundations

/// A file of words while it is being read. Its faults are collected, so that all of them can be reported at once.
struct WordsFile {
    /// The most faults that are told.
    private static let mostFaults = 1_000

    private let name: String
    private let json: JSON
    private(set) var faults: [WordsFault] = []

    /// Creates the file from its contents, which are nil if it cannot be read.
    init(_ name: String, _ contents: Data?) {
        self.name = name
        json = contents.flatMap { JSON(Array($0)) } ?? .null
        if contents == nil { fault("", "a file", "none that can be read") }
    }

    /// Returns the words; nil if anything in the file is wrong. Texts that are missing are taken from `fallback`.
    mutating func words(of tag: LanguageTag, fallback: Words?) -> Words? {
        guard case .object(let members) = json else {
            if faults.isEmpty { fault("", "a JSON object", "none") }
            return nil
        }
        let known = ["name", "locale", "numbers", "quotation", "plurals", "dates", "labels", "columns", "words"]
        for member in members where !known.contains(member.name) {
            fault("/" + member.name, "one of \(known.joined(separator: ", "))", "another member")
        }
        let numbers = NumberForms(
            decimal: text("numbers", "decimal"), group: text("numbers", "group"),
            minimumGroupingDigits: fewestGrouped(),
            minus: text("numbers", "minus"), percent: text("numbers", "percent"))
        let (plurals, dates) = (plurals(), dates(fallback?.dates))
        let (name, locale, quotation) = (text("name"), text("locale"), texts(2, "quotation"))
        var labels = fallback?.labels ?? LabelKind.allCases.map { _ in [:] }
        for kind in LabelKind.allCases {
            labels[kind.rawValue].merge(map("labels", "\(kind)")) { $1 }
        }
        let columns = (fallback?.columns ?? [:]).merging(map("columns")) { $1 }
        var (texts, nouns) = (fallback?.texts ?? [:], fallback?.nouns ?? [:])
        for (key, value) in entries(of: "words") {
            switch value {
            case .string(let text): texts[key] = text
            case .object(let forms): nouns[key] = noun(forms, "/words/" + key)
            default: fault("/words/" + key, "a text, or the forms of a noun", value.summary)
            }
        }
        if fallback == nil {
            for word in Word.allCases where texts[word.key] == nil { fault("/words/" + word.key, "a text", "none") }
        }
        guard faults.isEmpty, let plurals, let dates else { return nil }
        return Words(
            tag, name: name, locale: locale, numbers: numbers, quotation: quotation, plurals: plurals, dates: dates,
            labels: labels, columns: columns, texts: texts, nouns: nouns)
    }

    /// Returns the directions of scripts, if this is the file with them.
    mutating func scripts() -> Scripts {
        var languages: [String: [String]] = [:]
        for (script, tags) in entries(of: "rightToLeft") { languages[script] = tags.elements.compactMap(\.string) }
        return Scripts(rightToLeft: languages)
    }

    private mutating func plurals() -> PluralRules? {
        var conditions: [PluralRules.Category: String] = [:]
        for (name, condition) in map("plurals") {
            guard let category = PluralRules.Category(rawValue: name), PluralRules([category: condition]) != nil else {
                fault("/plurals/" + name, "a condition as CLDR writes it, by the name of its form", "“\(condition)”")
                continue
            }
            conditions[category] = condition
        }
        return PluralRules(conditions)
    }

    /// Dates before the era and of its first century are written as `fallback` has them where the file does not say how, and
    /// months in full where it has no short ones.
    private mutating func dates(_ fallback: DateForms?) -> DateForms? {
        let within = DateForms.Names(months: texts(12, "dates", "months"), seasons: texts(4, "dates", "seasons"))
        let alone = DateForms.Names(
            months: texts(12, "dates", "monthsAlone"), seasons: texts(4, "dates", "seasonsAlone"))
        let short = value(["dates", "monthsShort"]) == nil ? alone.months : texts(12, "dates", "monthsShort")
        let (before, first) = (
            patterns(of: "before", or: fallback?.before), patterns(of: "firstCentury", or: fallback?.firstCentury)
        )
        guard let common = patterns("dates"), let before, let first else { return nil }
        return DateForms(
            within: within, alone: alone, shortMonths: short, patterns: common, firstCentury: first, before: before)
    }

    private mutating func patterns(of name: String, or fallback: DateForms.Patterns?) -> DateForms.Patterns? {
        value(["dates", name]) == nil && fallback != nil ? fallback : patterns("dates", name)
    }

    private mutating func patterns(_ path: String...) -> DateForms.Patterns? {
        let (day, month, season) = (pattern(path, "day"), pattern(path, "month"), pattern(path, "season"))
        let (year, years) = (pattern(path, "year"), pattern(path, "years"))
        let short = value(path + ["monthShort"]) == nil ? month : pattern(path, "monthShort")
        guard let day, let month, let short, let season, let year, let years,
            let intervals = intervals(path + ["intervals"])
        else { return nil }
        return DateForms.Patterns(
            day: day, month: month, monthShort: short, season: season, year: year, years: years, intervals: intervals)
    }

    private mutating func intervals(_ path: [String]) -> DateForms.Intervals? {
        let (days, ofMonths, months) = (pattern(path, "days"), pattern(path, "daysOfMonths"), pattern(path, "months"))
        let (toDay, toMonth) = (pattern(path, "yearToDay"), pattern(path, "yearToMonth"))
        guard let days, let ofMonths, let months, let toDay, let toMonth else { return nil }
        return DateForms.Intervals(
            days: days, daysOfMonths: ofMonths, months: months, yearToDay: toDay, yearToMonth: toMonth)
    }

    private mutating func pattern(_ path: [String], _ name: String) -> DateForms.Pattern? {
        let text = text(path + [name])
        let pattern = DateForms.Pattern(text)
        if pattern == nil {
            fault(
                "/" + (path + [name]).joined(separator: "/"),
                "a date with parts as {day}, {month}, {season}, {year}, {last}, {lastDay}, {lastMonth}", "“\(text)”")
        }
        return pattern
    }

    private mutating func noun(_ forms: [JSON.Member], _ pointer: String) -> [PluralRules.Category: String] {
        var noun: [PluralRules.Category: String] = [:]
        for form in forms {
            guard let category = PluralRules.Category(rawValue: form.name), let text = form.value.string else {
                fault(pointer + "/" + form.name, "a text by the name of a plural form", form.value.summary)
                continue
            }
            noun[category] = text
        }
        if noun[.other] == nil { fault(pointer + "/other", "a text", "none") }
        return noun
    }

    // MARK: Pieces

    private func value(_ path: [String]) -> JSON? {
        path.reduce(Optional(json)) { value, name in value?[name] }
    }

    private mutating func text(_ path: String...) -> String { text(path) }

    private mutating func text(_ path: [String]) -> String {
        let value = value(path)
        if let text = value?.string { return text }
        fault("/" + path.joined(separator: "/"), "a text", value?.summary ?? "none")
        return ""
    }

    private mutating func texts(_ count: Int, _ path: String...) -> [String] {
        let texts = value(path)?.elements.compactMap(\.string) ?? []
        if texts.count != count { fault("/" + path.joined(separator: "/"), "\(count) texts", "\(texts.count)") }
        return texts
    }

    private mutating func entries(of path: String...) -> [(String, JSON)] {
        guard case .object(let members)? = value(path) else {
            fault("/" + path.joined(separator: "/"), "an object", value(path)?.summary ?? "none")
            return []
        }
        return members.map { ($0.name, $0.value) }
    }

    private mutating func map(_ path: String...) -> [String: String] {
        let pointer = "/" + path.joined(separator: "/")
        guard case .object(let members)? = value(path) else {
            fault(pointer, "an object", value(path)?.summary ?? "none")
            return [:]
        }
        var texts: [String: String] = [:]
        for member in members {
            texts[member.name] = member.value.string
            if member.value.string != nil { continue }
            let step = member.name.replacing("~", with: "~0").replacing("/", with: "~1")
            fault(pointer + "/" + step, "a text", member.value.summary)
        }
        return texts
    }

    /// CLDR has 1 and 2.
    private mutating func fewestGrouped() -> Int {
        guard let value = value(["numbers", "minimumGroupingDigits"]) else { return 1 }
        if let count = value.string.flatMap(Int.init), (1...9).contains(count) { return count }
        fault("/numbers/minimumGroupingDigits", "a text with a number from 1 to 9", value.summary)
        return 1
    }

    private mutating func fault(_ pointer: String, _ expected: String, _ found: String) {
        guard faults.count < WordsFile.mostFaults else { return }
        faults.append(WordsFault(file: name, pointer: pointer, expected: expected, found: found))
    }
}
