/// A cache with a memory limit. It evicts the value that has been in its queue longest without being requested (the
/// second-chance algorithm). Keys are compared in full, so hash collisions are harmless. Every operation takes
/// amortized constant time.
package struct BoundedCache<Key: Hashable, Value> {
    /// The location of a value; invalid once the value has been evicted.
    package struct Handle {
        fileprivate let index: Int
        fileprivate let generation: UInt32
    }

    /// The metadata of a slot. Keys and values are in arrays of their own, so that neither is copied to look at it.
    private struct Slot {
        var size = 0
        /// The number of values evicted from this slot.
        var generation: UInt32 = 0
        /// Whether the value has been requested since it was last put into the queue.
        var isUsed = false
        /// The next slot in the queue, or in the list of free slots.
        var next: Int?
    }

    /// The bytes that a slot takes besides its value: in arrays that may have grown to twice what is needed, and in a
    /// dictionary with up to 8 buckets for 3 keys.
    private static var overhead: Int {
        let slot = MemoryLayout<Slot>.stride + MemoryLayout<Key?>.stride + MemoryLayout<Value?>.stride
        return 2 * slot + 3 * (MemoryLayout<(Key, Int)>.stride + 1)
    }

    /// The memory limit in bytes for slots, keys and values.
    let capacity: Int
    /// The bytes in use: at most the capacity, and at least the actual size.
    private(set) var size = 0
    private var slots: [Slot] = []
    private var keys: [Key?] = []
    private var values: [Value?] = []
    private var places: [Key: Int] = [:]
    private var oldest, newest, free: Int?

    /// Creates an empty cache.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// The number of values.
    var count: Int { places.count }

    /// Returns the location of the value for a key, and marks it as requested; nil if there is none.
    package mutating func find(_ key: Key) -> Handle? {
        guard let index = places[key] else { return nil }
        slots[index].isUsed = true
        return Handle(index: index, generation: slots[index].generation)
    }

    /// Returns the value at a location, and marks it as requested; nil if it has been evicted.
    package mutating func value(at handle: Handle) -> Value? {
        guard slots.indices.contains(handle.index), slots[handle.index].generation == handle.generation else {
            return nil
        }
        slots[handle.index].isUsed = true
        return values[handle.index]
    }

    /// Stores a value, replacing any for the same key, and returns its location; nil if there is no room. `size` is the
    /// memory of key and value as ``Allocation`` counts it.
    @discardableResult
    package mutating func keep(_ value: Value, for key: Key, size: Int) -> Handle? {
        guard size <= capacity / 2 else { return nil }
        if let index = places[key] {
            self.size += size - slots[index].size
            slots[index].size = size
            values[index] = value
            let handle = Handle(index: index, generation: slots[index].generation)
            makeRoom(for: 0)
            return handle
        }
        makeRoom(for: size + (free == nil ? BoundedCache.overhead : 0))
        guard self.size + size + (free == nil ? BoundedCache.overhead : 0) <= capacity else { return nil }
        let index = free ?? slots.count
        if index < slots.count {
            free = slots[index].next
        } else {
            slots.append(Slot())
            keys.append(nil)
            values.append(nil)
            self.size += BoundedCache.overhead
        }
        keys[index] = key
        values[index] = value
        slots[index].size = size
        places[key] = index
        self.size += size
        enqueue(index)
        return Handle(index: index, generation: slots[index].generation)
    }

    /// Evicts values until there is room, or nothing left.
    private mutating func makeRoom(for size: Int) {
        while self.size + size > capacity, let index = oldest {
            oldest = slots[index].next
            if oldest == nil { newest = nil }
            guard !slots[index].isUsed else {
                slots[index].isUsed = false
                enqueue(index)
                continue
            }
            if let key = keys[index] { places[key] = nil }
            keys[index] = nil
            values[index] = nil
            self.size -= slots[index].size
            slots[index] = Slot(generation: slots[index].generation &+ 1, next: free)
            free = index
        }
    }

    private mutating func enqueue(_ index: Int) {
        slots[index].next = nil
        if let newest { slots[newest].next = index } else { oldest = index }
        newest = index
    }
}
