package import Evidence

extension Verdict {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .consistent: LocalizedText(english: "consistent", lithuanian: "dera")
        case .withinRounding:
            LocalizedText(english: "holds within rounding", lithuanian: "dera, jei skaičiai apvalinti")
        case .unresolved: LocalizedText(english: "unresolved", lithuanian: "neišspręsta")
        case .tension: LocalizedText(english: "tension", lithuanian: "sunkiai suderinama")
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
        case .estimate: LocalizedText(english: "estimate", lithuanian: "apytikris vertinimas")
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
        case .shareMismatch: LocalizedText(english: "the share does not fit", lithuanian: "procentinė dalis nesutampa")
        case .periodConflict: LocalizedText(english: "the periods conflict", lithuanian: "nesutampa laikotarpiai")
        case .textual: LocalizedText(english: "conflicting texts", lithuanian: "skirtingi tekstai")
        case .legal: LocalizedText(english: "conflicting accounts of law", lithuanian: "skirtingi teisės aiškinimai")
        }
    }
}

extension Relation.Kind {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .same: LocalizedText(english: "the same figure", lithuanian: "tas pats dydis")
        case .sum: LocalizedText(english: "sum of parts", lithuanian: "dalių suma")
        case .part: LocalizedText(english: "part of a whole", lithuanian: "visumos dalis")
        case .cumulative: LocalizedText(english: "later count", lithuanian: "vėlesnis skaičius")
        case .share: LocalizedText(english: "percentage", lithuanian: "procentinė dalis")
        case .within:
            LocalizedText(english: "period within a period", lithuanian: "vienas laikotarpis kitame")
        case .editorial: LocalizedText(english: "editor’s finding", lithuanian: "sudarytojo pastaba")
        }
    }
}

extension Claim.Attribution {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .main: Reading.Label.main.label
        case .otherData: Reading.Label.otherData.label
        case .officialData: Reading.Label.officialData.label
        case .estimate: Reading.Label.estimate.label
        }
    }
}

extension Claim.Rank {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .preferred: LocalizedText(english: "preferred", lithuanian: "pirmenybinis")
        case .normal: LocalizedText(english: "normal", lithuanian: "įprastas")
        case .deprecated: LocalizedText(english: "deprecated", lithuanian: "nebevartotinas")
        }
    }
}

extension Qualifier {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .stated: LocalizedText(english: "stated", lithuanian: "nurodyta")
        case .about: LocalizedText(english: "about", lithuanian: "apie")
        case .moreThan: LocalizedText(english: "more than", lithuanian: "daugiau kaip")
        case .lessThan: LocalizedText(english: "less than", lithuanian: "mažiau kaip")
        case .atLeast: LocalizedText(english: "at least", lithuanian: "ne mažiau kaip")
        case .atMost: LocalizedText(english: "at most", lithuanian: "ne daugiau kaip")
        case .unknown: LocalizedText(english: "unknown", lithuanian: "nežinoma")
        }
    }
}

extension Source.Independence {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .main: LocalizedText(english: "main source", lithuanian: "pagrindinis šaltinis")
        case .independent: LocalizedText(english: "independent", lithuanian: "nepriklausomas šaltinis")
        case .parallel: LocalizedText(english: "parallel text", lithuanian: "gretutinis tekstas")
        case .citing: LocalizedText(english: "takes its figures from another", lithuanian: "remiasi kitu šaltiniu")
        case .tertiary: LocalizedText(english: "reference work", lithuanian: "žinynas")
        case .primary: LocalizedText(english: "primary text", lithuanian: "pirminis šaltinis")
        }
    }
}

extension Lineage.Bond {
    /// For people; the raw value is for programs.
    package var label: LocalizedText {
        switch self {
        case .dependsOn: LocalizedText(english: "one depends on the other", lithuanian: "vienas remiasi kitu")
        case .commonOrigin:
            LocalizedText(english: "both go back to the same source", lithuanian: "abu remiasi tuo pačiu šaltiniu")
        case .officialData:
            LocalizedText(english: "both quote official data", lithuanian: "abu pateikia oficialius duomenis")
        case .unseenOrigin:
            LocalizedText(
                english: "where one of them took its figure was not seen",
                lithuanian: "nematyti, iš kur vienas iš jų paėmė skaičių")
        }
    }
}
