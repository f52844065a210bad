-- wrk's side of the harness: asks every request of a list once, in its order, and begins again at the end.
--   wrk -s ask.lua URL -- LIST START [HEADER...]
-- A line of LIST is a target, or a method, a target and a body between tabs. START is the line to begin with. The requests are made
-- before the clock starts, so that asking costs the same whatever is asked and whoever answers.

local requests, at = {}, 0

function init(args)
   local headers = {}
   for i = 3, #args do
      local name, value = args[i]:match("^([^:]+): (.*)$")
      headers[name] = value
   end
   for line in io.lines(args[1]) do
      local method, target, body = line:match("^(%u+)\t([^\t]+)\t(.*)$")
      requests[#requests + 1] = wrk.format(method or "GET", target or line, headers, body)
   end
   at = tonumber(args[2]) % #requests
end

function request()
   at = at % #requests + 1
   return requests[at]
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '{"requests":%d,"duration_us":%d,"bytes":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d,"status":%d,' ..
      '"p50_us":%d,"p99_us":%d,"max_us":%d}\n',
      summary.requests, summary.duration, summary.bytes, errors.connect, errors.read, errors.write, errors.timeout,
      errors.status, latency:percentile(50), latency:percentile(99), latency.max))
end
