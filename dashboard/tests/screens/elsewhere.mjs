// The same page from another origin: whoever serves it names the API in its head, and CORS does the rest.
import { createServer } from "node:http";

/** The program's own page and assets, served from another port, told where the API is. */
async function mirror(origin) {
  const server = createServer(async (request, reply) => {
    const answer = await fetch(origin + (request.url.startsWith("/assets/") ? request.url : "/"));
    const type = answer.headers.get("content-type");
    const body = Buffer.from(await answer.arrayBuffer());
    const page = type.startsWith("text/html");
    const told = page
      ? body.toString().replace('name="navicert-api" content=""', `name="navicert-api" content="${origin}"`)
      : body;
    reply.writeHead(200, { "content-type": type }).end(told);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

/** Where the links of the page lead that are the API's. */
function linksToApi(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("a[href]")]
      .map(({ href }) => new URL(href))
      .filter(({ pathname }) => /^\/(v1|openapi\.json|problems|healthz|readyz|metrics)(\/|$)/.test(pathname))
      .map(({ origin }) => origin),
  );
}

// Every kind of link to the API that the page has: of the frame, panels, operations, feeds, problems, documents and groups.
const LINKING = [
  "/about",
  "/changes",
  "/events",
  "/chips?known_at=1",
  "/chips/no-such-chip",
  "/destinations/D:5",
];

export default {
  name: "elsewhere",
  shots: {},
  tests: {
    "a page of another origin gets its answers by CORS": async ({
      context,
      origin,
      api,
      settled,
      equal,
      ok,
    }) => {
      const { server, url } = await mirror(origin);
      try {
        const page = await context.newPage();
        const faults = [];
        const asked = [];
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        page.on("request", (request) => asked.push(request.url()));
        await page.goto(`${url}/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1`);
        await settled(page);
        equal(faults, []);
        ok(
          asked.some((address) => address.startsWith(`${origin}/v1/eligibility?`)),
          asked.join(" "),
        );
        ok(!asked.some((address) => address.startsWith(`${url}/v1`)), asked.join(" "));
        const { summary } = await api("/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1");
        ok((await page.textContent("main")).includes(summary));
      } finally {
        server.close();
        server.closeAllConnections();
      }
    },
    "no link to the API points at the page's own origin": async ({ context, origin, settled, equal, ok }) => {
      const { server, url } = await mirror(origin);
      try {
        const page = await context.newPage();
        for (const path of LINKING) {
          await page.goto(url + path);
          await settled(page);
          const origins = await linksToApi(page);
          // Those of the foot of the page are on every screen; each of these has more.
          ok(origins.length > 2, `${path} has ${origins.length}`);
          equal(
            origins.filter((one) => one !== origin),
            [],
          );
        }
      } finally {
        server.close();
        server.closeAllConnections();
      }
    },

    "a screen that could not be fetched says so, and comes once it can be": async ({
      page,
      open,
      settled,
      equal,
    }) => {
      await open("/about");
      await page.route("**/assets/diff-*.js", (route) => route.abort());
      await page.click("header a[href^='/diff']");
      await page.getByRole("heading", { level: 1, name: "This screen did not load" }).waitFor();
      equal(await page.title(), "Not loaded · navicert");
      await page.unroute("**/assets/diff-*.js");
      await page.click("header a[href^='/about']");
      await page.getByRole("heading", { level: 1, name: "About the data" }).waitFor();
      await page.click("header a[href^='/diff']");
      await page.getByRole("heading", { level: 1, name: "What changed" }).waitFor();
      await settled();
    },
  },
};
