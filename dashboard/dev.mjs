// For working on the dashboard: npm run dev -- http://localhost:8080 bundles what has changed whenever a page is loaded, and serves it on port
// 8081, with the API behind it as if both were one program. No header of the program's is given here: the last word has `make run`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const api = new URL(process.argv[2] ?? "http://localhost:8080");
const port = Number(process.argv[3] ?? 8081);
const out = join(tmpdir(), `navicert-dashboard-${process.pid}`);
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};
const OF_API = /^\/(v1|openapi\.json|problems|healthz|readyz|metrics)(\/|\?|$)/;

function build() {
  spawnSync(process.execPath, [join(here, "build.mjs"), out], { stdio: "inherit" });
}

function forward(from, to) {
  const onward = request({
    host: api.hostname,
    port: api.port,
    path: from.url,
    method: from.method,
    headers: from.headers,
  });
  onward.on("response", (answer) => {
    to.writeHead(answer.statusCode, answer.headers);
    answer.pipe(to);
  });
  onward.on("error", (cause) => to.writeHead(502).end(String(cause)));
  from.pipe(onward);
}

// A file that is newer or gone: asked when the page is, since no watcher outlives every way in which an editor or git replaces folders.
function stateOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? stateOf(path) : `${path} ${statSync(path).mtimeMs}`;
    })
    .join("\n");
}

let built = "";
function buildIfChanged() {
  const now = stateOf(join(here, "src"));
  if (now !== built) build();
  built = now;
}

buildIfChanged();
createServer((from, to) => {
  if (OF_API.test(from.url)) return forward(from, to);
  const wanted = join(out, normalize(new URL(from.url, api).pathname));
  if (!extname(wanted)) buildIfChanged();
  const file = extname(wanted) && existsSync(wanted) ? wanted : join(out, "index.html");
  to.writeHead(200, {
    "content-type": `${TYPES[extname(file)]}; charset=utf-8`,
    "cache-control": "no-store",
  });
  to.end(readFileSync(file));
}).listen(port, "127.0.0.1", () =>
  console.log(`dashboard: http://localhost:${port}, with the API of ${api.origin}`),
);
