#if canImport(Glibc)
    import CMalloc
#endif

/// What the process keeps of the memory that it no longer uses.
package enum Memory {
    /// Has large pieces come from the system and go back to it, always: else a piece that is freed makes the next ones of
    /// its size stay.
    package static func returnLargePieces() {
        #if canImport(Glibc)
            mallopt(M_MMAP_THRESHOLD, 1 << 20)
        #endif
    }

    /// Gives whole pages that are free back to the system.
    package static func trim() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
