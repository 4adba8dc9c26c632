extension Verdict {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .consistent: LocalizedText(english: "consistent", lithuanian: "dera")
        case .withinRounding:
            LocalizedText(english: "holds within rounding", lithuanian: "dera, jei skaičiai apvalinti")
        case .unresolved: LocalizedText(english: "unresolved", lithuanian: "neišspręsta")
        case .tension: LocalizedText(english: "tension", lithuanian: "įtampa")
        case .contradiction: LocalizedText(english: "contradiction", lithuanian: "prieštaravimas")
        }
    }
}

extension Reading.Label {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .main: LocalizedText(english: "main text", lithuanian: "pagrindinis tekstas")
        case .otherData: LocalizedText(english: "other data", lithuanian: "kiti duomenys")
        case .officialData: LocalizedText(english: "official data", lithuanian: "oficialūs duomenys")
        case .estimate: LocalizedText(english: "estimate", lithuanian: "vertinimas")
        case .oneSource: LocalizedText(english: "one source", lithuanian: "vienas šaltinis")
        case .betweenSources: LocalizedText(english: "between sources", lithuanian: "keli šaltiniai")
        case .mixed: LocalizedText(english: "mixed", lithuanian: "mišrus derinys")
        }
    }
}

extension Discrepancy.Kind {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .conflictingValues: LocalizedText(english: "conflicting values", lithuanian: "skirtingi skaičiai")
        case .sumMismatch: LocalizedText(english: "the parts do not add up", lithuanian: "dalių suma nesutampa")
        case .partExceedsWhole:
            LocalizedText(english: "the part exceeds the whole", lithuanian: "dalis didesnė už visumą")
        case .countDecreases:
            LocalizedText(english: "a later count is smaller", lithuanian: "vėlesnis skaičius mažesnis")
        case .shareMismatch: LocalizedText(english: "the share does not fit", lithuanian: "dalis procentais netinka")
        case .periodConflict: LocalizedText(english: "the periods conflict", lithuanian: "nesutampa laikotarpiai")
        case .textual: LocalizedText(english: "conflicting texts", lithuanian: "skirtingi tekstai")
        case .legal: LocalizedText(english: "conflicting accounts of law", lithuanian: "skirtingi teisės aiškinimai")
        }
    }
}
