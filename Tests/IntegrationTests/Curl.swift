import CCurl

/// A libcurl handle: what it fetches one after the other goes over the same connection when the server lets it.
final class Curl {
    /// What libcurl says of a transfer that failed.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ code: CURLcode) { description = String(cString: curl_easy_strerror(code)) }
    }

    /// A request to come.
    struct Request {
        var method = "GET"
        var url: String
        /// Such as `Accept: text/csv`.
        var fields: [String] = []
        var body: [UInt8]?
        var isHTTP10 = false
        /// The path of a Unix-domain socket to go through.
        var socket: String?
    }

    let handle: UnsafeMutableRawPointer
    /// For the callbacks of libcurl, which are C functions: a handle to it is passed through them.
    private let received = Received()
    private var fields: UnsafeMutablePointer<curl_slist>?
    private var body: [CChar] = []

    private final class Received {
        var head: [UInt8] = []
        var body: [UInt8] = []
    }

    /// libcurl wants to be set up once in a process, before it is used on two threads.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    init() throws {
        guard Curl.isReady, let handle = curl_easy_init() else { throw Failure(CURLE_FAILED_INIT) }
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(fields)
    }

    /// Fetches it.
    func answer(_ request: Request) throws -> Answer {
        try prepare(request)
        let code = curl_easy_perform(handle)
        guard code == CURLE_OK else { throw Failure(code) }
        return try answer()
    }

    func get(_ url: String, _ fields: String...) throws -> Answer {
        try answer(Request(url: url, fields: fields))
    }

    /// Connections opened by the last transfer.
    var connects: Int {
        var count = 0
        ccurl_get_long(handle, CURLINFO_NUM_CONNECTS, &count)
        return count
    }

    /// Sets everything that a transfer needs.
    func prepare(_ request: Request) throws {
        curl_easy_reset(handle)
        received.head = []
        received.body = []
        curl_slist_free_all(fields)
        // Curl waits a second for 100 (Continue); only who asks for it shall get it.
        fields = request.fields.reduce(nil) { curl_slist_append($0, $1) }
        if !request.fields.contains(where: { $0.hasPrefix("Expect:") }) {
            fields = curl_slist_append(fields, "Expect:")
        }
        try set(CURLOPT_URL, request.url)
        try check(ccurl_set_list(handle, CURLOPT_HTTPHEADER, fields))
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_TIMEOUT, 20)
        try set(CURLOPT_PATH_AS_IS, 1)
        try set(CURLOPT_EXPECT_100_TIMEOUT_MS, 20_000)
        try set(CURLOPT_HTTP_VERSION, request.isHTTP10 ? CURL_HTTP_VERSION_1_0 : CURL_HTTP_VERSION_1_1)
        if let socket = request.socket { try set(CURLOPT_UNIX_SOCKET_PATH, socket) }
        if request.method == "HEAD" { try set(CURLOPT_NOBODY, 1) }
        if let body = request.body {
            self.body = body.map(CChar.init(bitPattern:))
            try set(CURLOPT_POST, 1)
            try set(CURLOPT_POSTFIELDSIZE, body.count)
            // COPYPOSTFIELDS: libcurl keeps a copy of the bytes, which the size before bounds.
            try check(
                self.body.withUnsafeBufferPointer { ccurl_set_string(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method)
        // The callbacks run only while this object performs or a group that holds it does.
        let context = Unmanaged.passUnretained(received).toOpaque()
        try check(ccurl_set_context(handle, CURLOPT_HEADERDATA, context))
        try check(ccurl_set_context(handle, CURLOPT_WRITEDATA, context))
        try check(ccurl_set_sink(handle, CURLOPT_HEADERFUNCTION) { Curl.keep($0, $1 * $2, $3, \.head) })
        try check(ccurl_set_sink(handle, CURLOPT_WRITEFUNCTION) { Curl.keep($0, $1 * $2, $3, \.body) })
    }

    /// What the last transfer brought.
    func answer() throws -> Answer {
        guard let answer = Answer(head: received.head, body: received.body) else {
            throw Failure(CURLE_WEIRD_SERVER_REPLY)
        }
        return answer
    }

    private static func keep(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
        _ part: ReferenceWritableKeyPath<Received, [UInt8]>
    ) -> Int {
        guard let bytes, let context else { return 0 }
        let received = Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
        received[keyPath: part].append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func set(_ option: CURLoption, _ value: String) throws {
        try check(ccurl_set_string(handle, option, value))
    }
    private func set(_ option: CURLoption, _ value: Int) throws { try check(ccurl_set_long(handle, option, value)) }

    private func check(_ code: CURLcode) throws {
        guard code == CURLE_OK else { throw Failure(code) }
    }
}
