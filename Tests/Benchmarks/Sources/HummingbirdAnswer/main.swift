import Answer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix

// One event loop, for one core; nothing is logged; the route answers from memory.
let (answer, port) = try Answer.fromArguments()
var fields = HTTPFields()
for (name, value) in answer.fields {
    if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
}
let response = Response(
    status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
let router = Router()
router.get("**") { _, _ in response }
var logger = Logger(label: "hummingbird")
logger.logLevel = .critical
let application = Application(
    router: router,
    configuration: .init(address: .hostname("127.0.0.1", port: Int(port)), backlog: 1_024),
    eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)),
    logger: logger)
try await application.runService()
