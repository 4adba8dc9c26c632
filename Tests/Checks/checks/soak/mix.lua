-- What well-behaved clients ask, for wrk: lists, single records, filters, gzip, 304, 400, 404, 405, some of it pipelined.
local etag = os.getenv("SOAK_ETAG")
local gzip = { ["Accept-Encoding"] = "gzip" }
local targets = {
    { "/api/v1" }, { "/healthz" }, { "/metrics" }, { "/api/v1/events?limit=1000" }, { "/api/v1/events?limit=1000", gzip },
    { "/api/v1/statistics?contested=true" }, { "/api/v1/claims?limit=1000", gzip }, { "/api/v1/checks?limit=5&pretty=true" },
    { "/api/v1/discrepancies/taken-by-force-sum" }, { "/api/v1/discrepancies/taken-by-force-sum?lang=lt", gzip },
    { "/api/v1/events?sort=-date&fields=id,title&limit=3" }, { "/api/v1/sources", { ["Accept-Language"] = "lt" } },
    { "/api/v1/sources", { ["If-None-Match"] = etag } }, { "/api/v1/events?limt=3" }, { "/api/v1/events/none" },
    { "/none/%C4%85" }, { "/api/v1/%ff" }, { "/api/v1/events?q=kariuomen" },
}
local requests = {}
local next = 0

function init()
    for index, target in ipairs(targets) do requests[index] = wrk.format("GET", target[1], target[2]) end
    local small = wrk.format("GET", "/healthz")
    table.insert(requests, string.rep(small, 16))
    table.insert(requests, wrk.format("POST", "/api/v1/events", nil, string.rep("a", 1000)))
end

function request()
    next = next % #requests + 1
    return requests[next]
end
