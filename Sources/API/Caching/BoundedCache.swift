/// Values by their keys within a bound of memory, in a queue of second chances: what has to leave is what has stood in it
/// the longest without having been asked for. Keys are compared whole, so that it does not matter what they hash to. Every
/// operation takes constant time, taken over all.
package struct BoundedCache<Key: Hashable, Value> {
    /// Where a value stands. It leads nowhere once the value has left.
    package struct Handle {
        fileprivate let index: Int
        fileprivate let generation: UInt32
    }

    /// What stands in a slot; key and value are in lists of their own, so that neither is copied to look at this.
    private struct Slot {
        var size = 0
        /// How many have left this slot.
        var generation: UInt32 = 0
        /// Whether it was asked for since the queue last brought it to its front.
        var isUsed = false
        /// The next in the queue; of a slot without a value, the next such.
        var next: Int?
    }

    /// What a slot takes beside its entry: in lists that may have grown to twice what is needed, and in a dictionary
    /// with up to 8 places for 3 keys.
    private static var overhead: Int {
        let slot = MemoryLayout<Slot>.stride + MemoryLayout<Key?>.stride + MemoryLayout<Value?>.stride
        return 2 * slot + 3 * (MemoryLayout<(Key, Int)>.stride + 1)
    }

    /// Bytes of memory, for slots, keys and values.
    let capacity: Int
    /// Those that are taken; never more than the capacity, nor less than what is held.
    private(set) var size = 0
    private var slots: [Slot] = []
    private var keys: [Key?] = []
    private var values: [Value?] = []
    private var places: [Key: Int] = [:]
    private var oldest, newest, free: Int?

    /// It holds nothing yet.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// How many values there are.
    var count: Int { places.count }

    /// Where the key's value stands, which is asked for by that; nil where there is none.
    package mutating func find(_ key: Key) -> Handle? {
        guard let index = places[key] else { return nil }
        slots[index].isUsed = true
        return Handle(index: index, generation: slots[index].generation)
    }

    /// The value that stands there, which is asked for by that; nil where it has left.
    package mutating func value(at handle: Handle) -> Value? {
        guard slots.indices.contains(handle.index), slots[handle.index].generation == handle.generation else {
            return nil
        }
        slots[handle.index].isUsed = true
        return values[handle.index]
    }

    /// Keeps a value, in place of the one that its key may have, and answers where; nil where there is no room for it.
    /// `size` is the memory that key and value take, as `Allocation` counts it.
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

    /// Lets values go until there is room, or nothing left.
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
