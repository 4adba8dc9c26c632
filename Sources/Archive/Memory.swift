#if canImport(Glibc)
    import Glibc
#endif

/// The memory of the process.
package enum Memory {
    /// Gives back to the system what a load needed and is free again. The allocator keeps it otherwise, for a use that
    /// does not come before the next load.
    package static func release() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
