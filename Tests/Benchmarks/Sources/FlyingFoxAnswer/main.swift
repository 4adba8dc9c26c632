import Answer
import FlyingFox
import FlyingSocks
import Foundation

// Nothing is logged; the route answers from memory.
let (answer, port) = try Answer.fromArguments()
let headers = HTTPHeaders(
    Dictionary(answer.fields.map { (HTTPHeader($0.name), $0.value) }, uniquingKeysWith: { $0 + ", " + $1 }))
let response = HTTPResponse(
    statusCode: HTTPStatusCode(answer.status, phrase: "OK"), headers: headers, body: Data(answer.body))
let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
let server = HTTPServer(
    address: address, pool: NoDelayPool(HTTPServer.defaultPool()), logger: .disabled,
    handler: ClosureHTTPHandler { _ in response })
try await server.run()
