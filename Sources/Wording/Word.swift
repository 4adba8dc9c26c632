/// A text that the program says outside of templates, by its key in the files of words: a word that a language lacks does
/// not pass the tests.
package enum Word: Int, CaseIterable, Sendable {
    // What records are called, and what is said of them.
    case events, statistics, claims, checks, discrepancies, sources, changes, terms
    case yes, no, days, inDays, offBy, offByAtLeast, offByAtMost, leaves, equalStrict, article, annexArticle
    case lessonSentence, sentenceSign
    case search, figuresAndSources
    case period, mainSource, released, listHeading, nextPageAt
    case changeTitle, added, changed, removed, describedIn, printedIn, paraphrased, quoted, footnote
    case editedBy, translatedBy, edition, volume, issue
    // The description of the API.
    case apiRules, modelsRules, docsTitle, licence, deprecatedSince, deprecatedUntil
    // What the whole of the evidence allows.
    case weighConflicts, weighFits, weighUnfinished, weighUnavoidable,
        weighMixed
    case weighWays, weighAllowed, conflicts, revisions, conflictTitle, conflictOfValues, conflictStep, conflictLastStep,
        listLast
    case impliedBy, impliedFits, impliedNot, impliedWithout, revisionNone, statisticRest
    case noneStands, uncounted, uncountedAllows, uncountedOpen, untested
    // How many there are of each.
    case summarySources, summaryEvents, summaryStatistics, summaryClaims, summaryChecks, summaryDiscrepancies
    // Dates.
    case dateOpen, dateUnknown, dateApproximate, dateUncertain, dateUncertainAndApproximate
    case dateJulian, dateDigits, dateEstimate, dateOneOfYears, dateOneOf, dateAllOf, dateMany, dateNorthern,
        dateSouthern
    case dateContested
    case dateQuarter, dateQuarterOf, dateThird, dateThirdOf, dateHalf, dateHalfOf
    case dateQualified, datePartsApproximate, datePartsUncertain, datePartsBoth, datePartYear, datePartMonth,
        datePartDay
    case daysFromTo, yearsFromTo, dateStartOf, dateEndOf, liesWithin, liesNotWithin
    case dateFrom, dateUntil, dateInterval, dateStartUnknown, dateEndUnknown
    case earlierVersion, earlierCurrent, earlierSame, earlierChanged, earlierRemoved, withdrawnVersion
    // Pictures.
    case chartLegend, chartNotDrawn, chartWorkedOutFrom, chartStated, chartWorkedOut, chartAllowed, chartNoLimit
    case chartConverted, chartConvertedFrom, chartOfFormula, mixedNobody, mixedNobodyDates, mixedNobodyBoth
    case timelineSet
    case chartNotFromZero, chartOneNumber, chartLogarithmic, chartSymmetric, chartTime, chartTimeOpen
    case chronology, timelineFirst, timelineDay, timelineSpan, timelineWithin, timelineUncertain, timelineOpen
    case timelineBeyond, timelineBroken
    case stackAllowed, stackNotDrawn, stackEarlier, stackLater, stackParts, stackPart, stackTotal, stackWhole
    case stackPartsExcess, stackPartsMissing, stackFewer, stackMore, stackExcess, stackRemainder
    case knotReading, knotCrossed, knotUncrossed, knotStatisticsLeft, knotRelationsLeft
    case knotRelation, knotLeft, knotSign, knotRight, knotConflict
    // What is wrong with a request: where it leads,
    case problemNothing, problemRoot, problemMeant, problemList, problemUnavailable, problemMethod
    case problemGone, problemWithdrawn, problemCurrent, problemVersion, problemVersionUnavailable, problemBusy,
        problemAddress
    case problemCheck, problemCheckLink, problemKept, problemKeptLink, problemRemoved, problemSee
    case problemHost, problemHostless, problemPath, problemPercent, problemUTF8, problemDraining
    // what it takes and wants a part of,
    case problemAccept, problemTypes, problemCoding, problemIdentity, problemRange
    case problemNoFigures, problemNothingDrawn, problemUnconverted, problemOEmbed, problemURL, problemEmbeddable
    // its parameters,
    case problemParameter, problemSuffix, problemMeaningless, problemTwice, problemRequired
    case problemValue, problemDigits, problemRepeat, problemLimit, problemAbove, problemSort, problemFacet
    case problemDateSyntax, problemDateDay, problemDateYear, problemDateReversed
    case problemCursor, problemCursorQuery, problemCursorVersion
    case problemQuotation, problemNoWord, problemManyWords
    // and what they accept.
    case accepted, acceptsWhole, acceptsCursor, acceptsDate, acceptsDates, acceptsNumber, acceptsWords, acceptsID

    /// As the files have it.
    package var key: String { "\(self)" }

    package subscript(language: Language) -> String { language.words[self] }
}
