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
