-- wrk's script. Arguments: a file of requests with a NUL between each two, how many to send at once, and which one is
-- first. Without arguments the one request of the command line is sent. Ends with a line of figures: times in
-- microseconds.

local requests, depth, at = {}, 1, 0

local function replay()
   if depth == 1 then
      at = at % #requests + 1
      return requests[at]
   end
   local batch = {}
   for i = 1, depth do
      at = at % #requests + 1
      batch[i] = requests[at]
   end
   return table.concat(batch)
end

function init(arguments)
   if not arguments[1] then return end
   local file = assert(io.open(arguments[1], "rb"))
   for one in file:read("*a"):gmatch("[^%z]+") do requests[#requests + 1] = one end
   file:close()
   depth, at = tonumber(arguments[2]), tonumber(arguments[3])
   request = replay
   if #requests == 1 then
      local batch = requests[1]:rep(depth)
      request = function() return batch end
   end
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      'figures {"requests": %d, "rate": %.1f, "bytes": %.1f, "p50": %d, "p99": %d, "p999": %d, "errors": '
         .. '{"connect": %d, "read": %d, "write": %d, "timeout": %d, "status": %d}}\n',
      summary.requests, summary.requests / summary.duration * 1e6, summary.bytes / math.max(summary.requests, 1),
      latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
      errors.connect, errors.read, errors.write, errors.timeout, errors.status))
end
