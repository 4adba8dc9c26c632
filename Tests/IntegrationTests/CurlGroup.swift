import CCurl

/// Transfers at once, over a bounded number of connections.
final class CurlGroup {
    private let group: UnsafeMutableRawPointer

    init(connections: Int) throws {
        guard let group = curl_multi_init() else { throw Curl.Failure(CURLE_FAILED_INIT) }
        self.group = group
        ccurl_multi_set_long(group, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        ccurl_multi_set_long(group, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit { curl_multi_cleanup(group) }

    /// The answers to all, in the order of the requests, and how many connections were opened for them.
    func answers(_ requests: [Curl.Request]) throws -> (answers: [Answer], connects: Int) {
        let handles = try requests.map { request in
            let curl = try Curl()
            try curl.prepare(request)
            return curl
        }
        for curl in handles { curl_multi_add_handle(group, curl.handle) }
        defer { for curl in handles { curl_multi_remove_handle(group, curl.handle) } }
        var running: Int32 = 1
        while running > 0 {
            guard curl_multi_perform(group, &running) == CURLM_OK else { throw Curl.Failure(CURLE_RECV_ERROR) }
            var code = CURLE_OK
            while ccurl_multi_finished(group, &code) != nil {
                guard code == CURLE_OK else { throw Curl.Failure(code) }
            }
            if running > 0 { curl_multi_poll(group, nil, 0, 1_000, nil) }
        }
        return (try handles.map { try $0.answer() }, handles.map(\.connects).reduce(0, +))
    }
}
