extension CalendarDay {
    /// Creates the day that is so many days after 1 March of the year 0.
    package init(ordinal: Int) {
        // Years that start in March end with the leap day. The divisions undo those of `ordinal`.
        let cycle = ordinal >= 0 ? ordinal / 146_097 : (ordinal - 146_096) / 146_097
        let dayOfCycle = ordinal - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self =
            CalendarDay(year: year, month: month, day: day)
            ?? .firstDay(ofYear: max(-999_999_999, min(year, 999_999_999)))
    }
}

extension EDTFDate {
    /// By how many days a qualified date may be missed on either side: as many as it has; 0 for one that is not.
    package var reach: Int { qualifier == nil ? 0 : latest.ordinal - earliest.ordinal + 1 }
}
