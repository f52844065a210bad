// Whoever may write decides on names and texts, and none of them may become anything but text: shaped like script, they are recorded and then
// looked for on every screen that shows them.
const IMAGE = "<img src=x onerror=alert(1)>";
const SCRIPT = '"><script>alert(2)</script>';
const ADDRESS = "javascript:alert(3)";
const ID = "script-shaped";
const FROM = "2026-03-02";

const chipName = `Chip ${IMAGE}`;
const vendor = `Vendor ${SCRIPT}`;
const title = `Ruling ${SCRIPT}`;
const headline = `Headline ${IMAGE}`;
const note = `Note ${SCRIPT}`;
const texts = Object.fromEntries(
  [
    "chip notes",
    "chip source",
    "provision",
    "summary",
    "condition",
    "citation",
    "told",
    "claim",
    "speaker",
    "event source",
  ].map((of) => [of, `${of} ${IMAGE}${SCRIPT}`]),
);

const web = "https://example.org/";
/** What is left to itself in a document that is made of another. */
const COMPUTED = ["metrics", "revision", "self", "state", "default_variant"];

function without(document, members) {
  return Object.fromEntries(Object.entries(document).filter(([member]) => !members.includes(member)));
}

async function chipOf(api) {
  const like = await api("/v1/chips/nvidia-l20?known_at=1");
  return {
    ...without(like, [...COMPUTED, "aliases"]),
    id: ID,
    product: ID,
    default_variant: true,
    name: chipName,
    vendor,
    aliases: [],
    notes: texts["chip notes"],
    sources: [{ ...like.sources[0], title: texts["chip source"], url: web }],
  };
}

async function rulingOf(api) {
  const like = await api("/v1/rulings/us-bis-2025-04-09-nvidia-h20-letter?known_at=1");
  const [provision] = like.provisions;
  return {
    ...without(like, COMPUTED),
    id: ID,
    title,
    summary: texts.summary,
    announced_on: FROM,
    effective_from: FROM,
    citations: [{ text: texts.citation, url: web }],
    provisions: [
      {
        ...provision,
        id: `${ID}#1`,
        chips: [ID],
        effective_from: FROM,
        text: texts.provision,
        conditions: [{ type: "end_use", text: texts.condition, value: null }],
      },
    ],
  };
}

async function eventOf(api) {
  const like = (await api("/v1/events?limit=1&known_at=1")).items[0];
  return {
    ...without(like, COMPUTED),
    id: ID,
    headline,
    summary: texts.told,
    date: new Date().toISOString().slice(0, 10),
    chips: [ID],
    rulings: [ID],
    claims: [{ about: ID, role: "company", speaker: texts.speaker, stance: "fact", statement: texts.claim }],
    sources: [{ ...like.sources[0], title: texts["event source"], url: web }],
  };
}

const asked = `chip=${ID}&destination=CN`;
/** Each screen, and what it shows of them. */
const SCREENS = {
  [`/chips/${ID}`]: [chipName, vendor, texts["chip notes"], texts["chip source"], title, headline],
  "/chips?sort=name&view_pages=2": [chipName, vendor],
  [`/rulings/${ID}`]: [title, texts.summary, texts.provision, texts.condition, texts.citation, chipName],
  "/rulings?sort=-effective_from&view_pages=2": [title],
  [`/events/${ID}`]: [headline, texts.told, texts.claim, texts.speaker, texts["event source"]],
  "/events": [headline],
  "/search?q=alert": [chipName, title, headline],
  [`/eligibility?${asked}&date=2026-04-01&view_steps=1`]: [chipName, title, texts.condition],
  [`/history?${asked}`]: [chipName, title, headline],
  "/lines?date=2026-04-01&view_all=1": [chipName],
  [`/matrix?chips=${ID}&destinations=CN&date=2026-04-01`]: [chipName],
  [`/diff?from=2026-03-01&to=2026-04-01&chips=${ID}&destinations=CN`]: [chipName, title],
  "/changes": [note],
  "/": [headline],
};

/** What a text may have become: an element that none of the page's own is, a handler, an address that is no address. */
function become() {
  const strange = [...document.querySelectorAll("body img, body script, body iframe, body object")].filter(
    (element) => !/^(data|blob):/.test(element.getAttribute("src") ?? "") && element.closest("main"),
  );
  const handlers = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  const links = [...document.querySelectorAll("[href]")].filter((element) =>
    /^\s*javascript:/i.test(element.getAttribute("href") ?? ""),
  );
  return [...strange, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 200));
}

export default {
  name: "names",
  writes: true,
  shots: {},
  tests: {
    "what is shaped like script stands as text on every screen that shows it": async ({
      page,
      origin,
      open,
      api,
      token,
      equal,
      ok,
    }) => {
      const put = async (kind, document) => {
        const answer = await fetch(`${origin}/v1/${kind}/${ID}`, {
          method: "PUT",
          headers: {
            authorization: `Bearer ${token}`,
            "content-type": "application/json",
            "if-none-match": "*",
          },
          body: JSON.stringify({ ...document, note }),
        });
        return { status: answer.status, body: await answer.json() };
      };
      const chip = await chipOf(api);
      const refused = await put("chips", { ...chip, sources: [{ ...chip.sources[0], url: ADDRESS }] });
      equal([refused.status, refused.body.errors?.[0]?.pointer], [422, "/sources/0/url"]);
      for (const [kind, document] of [
        ["chips", chip],
        ["rulings", await rulingOf(api)],
        ["events", await eventOf(api)],
      ]) {
        const { status, body } = await put(kind, document);
        ok(status === 200 || status === 201, `${kind}: ${status} ${JSON.stringify(body).slice(0, 600)}`);
      }
      for (const [path, shown] of Object.entries(SCREENS)) {
        await open(path);
        const text = await page.locator("main").evaluate((main) => main.textContent);
        for (const one of shown) ok(text.includes(one), `${path} does not show ${one}`);
        equal(await page.evaluate(become), [], path);
      }
    },
  },
};
