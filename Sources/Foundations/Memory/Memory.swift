#if canImport(Glibc)
    import CMalloc
#endif

/// Control over the freed memory that the process keeps.
package enum Memory {
    /// Makes the allocator take pieces of 1 MiB or more from the system and always return them. By default, freeing
    /// such a piece raises that threshold, and the next ones of its size are kept.
    package static func returnLargePieces() {
        #if canImport(Glibc)
            mallopt(M_MMAP_THRESHOLD, 1 << 20)
        #endif
    }

    /// Returns free pages to the system.
    package static func trim() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
