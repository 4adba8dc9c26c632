extension EDTF {
    /// The day that places the value in lists by time: the first that it can mean or, where its start is open or unknown,
    /// the last, since that is all that is known of it. A value with neither has no place.
    package var place: CalendarDay? { earliest ?? latest }
}
