import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agreement,
  type Decision,
  historyOf,
  latestOf,
  questionOf,
  sentence,
} from "../../src/screens/check/question";
import {
  checkCommand,
  citation,
  fileNote,
  heading,
  headline,
  pageOf,
  rowsOf,
  wrap,
} from "../../src/screens/check/receipt";
import { countOf, type Leg, type Step, tested } from "../../src/screens/check/tested";
import { type Interval, standing, turnOf } from "../../src/screens/check/turns";

const US: Extract<Leg, { side: "export" }> = {
  side: "export",
  jurisdiction: "US",
  status: "license_required",
  domestic: false,
  policy: "case_by_case",
  eccn: "3A090.a",
  eccn_uncertain: false,
  exception: null,
  other_exceptions: [],
  possible: ["license_required"],
  because: [{ id: "rule", title: "The rule", provisions: ["rule#4"] }],
  conditions: [{ type: "volume_cap", text: "at most", value: 50, provision: "rule#5" }],
  missing: [],
};
const CN: Extract<Leg, { side: "import" }> = {
  side: "import",
  jurisdiction: "CN",
  status: "no_restriction_recorded",
  policy: null,
  possible: ["no_restriction_recorded"],
  because: [],
  conditions: [],
  missing: [],
};

function match(id: string, name: string) {
  return { text: id, how: "id" as const, id, name };
}

function decision(changes: Partial<Decision> = {}): Decision {
  return {
    question: {
      chip: "a-1",
      destination: "CN",
      hq: null,
      export_from: "US",
      date: "2026-02-01",
      known_at: 3,
    },
    matched: {
      chip: match("a-1", "A1"),
      destination: match("CN", "China"),
      export_from: match("US", "Home"),
    },
    outcome: "license_required",
    possible: ["license_required"],
    summary: "V A1 to China on 2026-02-01, as recorded by this data set: license required. US requires it.",
    legs: [US, CN],
    not_admitted_by: null,
    suspended: [],
    pending: [],
    missing: [],
    caveats: [],
    next_change: null,
    assumptions: ["export_from not stated: shipped from US"],
    doubts: [{ id: "d", text: "It is doubtful." }],
    before_coverage: false,
    currency: { data_version: 3, verified_through: "2026-10-10", projected: false, lapsed_unverified: [] },
    engine: "1.0.0",
    self: "/v1/eligibility?chip=a-1&destination=CN&date=2026-02-01&known_at=3",
    notice: "No advice.",
    digest: "blake2b-256:00",
    ...changes,
  };
}

function interval(
  from: string,
  until: string | null,
  legs: Leg[],
  changes: Partial<Interval> = {},
): Interval {
  return {
    from,
    until,
    outcome: "license_required",
    possible: ["license_required"],
    projected: false,
    before_coverage: false,
    legs,
    changed_by: [{ id: `by-${from}`, title: from }],
    doubts: [],
    events: [],
    ...changes,
  };
}

test("nothing is asked before the question is whole", () => {
  assert.equal(questionOf({ chip: "h20" }), null);
  assert.equal(questionOf({ chip: "h20", destination: "" }), null);
  assert.equal(historyOf({ destination: "CN" }), null);
});

test("each path is asked what it takes, and nothing of the view's", () => {
  const state = {
    chip: "h 20",
    destination: "CN",
    hq: "",
    date: "soon",
    strict: "true",
    view_steps: "1",
    outcome: "unknown",
    "circumstance.end_use": "x",
  };
  const shared = { chip: "h 20", destination: "CN", circumstance: { "circumstance.end_use": "x" } };
  assert.deepEqual(questionOf(state), { ...shared, date: "soon", strict: "true" });
  assert.deepEqual(historyOf(state), shared);
});

test("the question to the present keeps the day that was understood, and lets go of the state of knowledge", () => {
  const asked = latestOf({ chip: "a", destination: "CN", date: "today", known_at: "1" }, decision());
  assert.deepEqual(asked, { chip: "a", destination: "CN", date: "2026-02-01" });
});

test("two answers agree by what they say, not by when they were had", () => {
  const now = decision({
    currency: { ...decision().currency, data_version: 9 },
    self: null,
    digest: "other",
  });
  assert.equal(agreement(decision(), now), "same");
  assert.equal(agreement(decision(), decision({ doubts: [] })), "same outcome");
  assert.equal(agreement(decision(), decision({ legs: [US, { ...CN, status: "discouraged" }] })), "other");
  assert.equal(agreement(decision(), decision({ outcome: "prohibited" })), "other");
});

test("the first sentence of a summary ends with the outcome, and no word of the summary is lost", () => {
  const [lead, rest] = sentence(decision());
  assert.equal(lead, "V A1 to China on 2026-02-01, as recorded by this data set: license required.");
  assert.equal(lead + rest, decision().summary);
  assert.deepEqual(sentence(decision({ summary: "Something else. Entirely." })), [
    "Something else. Entirely.",
    "",
  ]);
  assert.deepEqual(sentence(decision({ summary: undefined })), ["", ""]);
});

test("a headline says when the day is past what was checked", () => {
  assert.equal(headline(decision()), "License required: A1 to China, 2026-02-01");
  const currency = { ...decision().currency, projected: true };
  assert.equal(headline(decision({ currency })), "License required: A1 to China, 2026-02-01, projected");
});

test("a turn names what changed on each side", () => {
  const before = interval("2024-01-01", "2025-01-01", [
    { ...US, status: "no_license_required", policy: null },
    CN,
  ]);
  const after = interval("2025-01-01", null, [US, { ...CN, status: "discouraged" }]);
  assert.equal(
    turnOf(before, after),
    "export: no license required → license required; export review policy: none → case by case; import: no restriction recorded → discouraged",
  );
  assert.equal(turnOf(after, after), "other grounds or conditions");
});

test("with several export laws a turn says whose", () => {
  const tw = { ...US, jurisdiction: "TW" };
  const before = interval("2024-01-01", "2025-01-01", [US, tw, CN]);
  const after = interval("2025-01-01", null, [US, { ...tw, eccn: "3A090.b", status: "prohibited" }, CN]);
  assert.equal(
    turnOf(before, after),
    "TW export: license required → prohibited; ECCN under TW: 3A090.a → 3A090.b",
  );
});

test("an exception that replaces another is a turn", () => {
  const nac = { name: "NAC", id: "r", title: "R", provision: "r#1", text: "t", conditions: [] };
  const before = interval("2024-01-01", "2025-01-01", [{ ...US, exception: nac }]);
  const after = interval("2025-01-01", null, [{ ...US, exception: { ...nac, name: "ACA" } }]);
  assert.equal(turnOf(before, after), "exception: NAC → ACA");
});

const HISTORY = [
  interval("2022-08-01", "2023-01-01", [US, CN], { outcome: "no_license_required", changed_by: [] }),
  interval("2023-01-01", "2024-01-01", [US, CN]),
  interval("2024-01-01", null, [US, CN], { projected: true }),
];

test("a day within an interval has the day it began before it and the day it ends after it", () => {
  const at = standing(HISTORY, "2023-06-01");
  assert.equal(at.current?.from, "2023-01-01");
  assert.equal(at.previous?.date, "2023-01-01");
  assert.equal(at.next?.date, "2024-01-01");
  assert.deepEqual([at.previous?.turned, at.next?.turned], [true, false]);
  assert.deepEqual([at.previous?.projected, at.next?.projected], [false, true]);
  assert.deepEqual(
    at.flips.map((flip) => flip.date),
    ["2023-01-01", "2024-01-01"],
  );
});

test("on the day of a flip the one before is the previous; the ends have none", () => {
  const second = standing(HISTORY, "2024-01-01");
  assert.deepEqual([second.previous?.date, second.next], ["2023-01-01", null]);
  const first = standing(HISTORY, "2022-08-01");
  assert.deepEqual([first.previous, first.next?.date], [null, "2023-01-01"]);
  assert.deepEqual(standing([], "2024-01-01").current, null);
});

test("before the record begins its first day is what comes next", () => {
  const at = standing(HISTORY, "2020-01-01");
  assert.deepEqual([at.current, at.previous, at.next?.date], [null, null, "2022-08-01"]);
  assert.equal(at.next?.words, "the data begins: no license required");
});

function step(provision: string, effect: Step["effect"], result: boolean | null, cite: string | null): Step {
  return { provision, effect, test: "tpp >= 1", value: 2, result, margin: 1, cite };
}

test("tests are put together by provision, with what the answer rests on marked", () => {
  const steps = [
    step("rule#1", "classify", false, "ECCN 3A090.a and Note 2"),
    step("rule#1", "classify", true, "ECCN 3A090.a and Note 2"),
    step("rule#2", "classify", true, "ECCN 3A090.b"),
    step("rule#3", "classify", false, "ECCN 3A090.a"),
    step("rule#4", "license_required", true, null),
    step("rule#5", "condition", true, null),
    step("rule#6", "guidance", true, null),
  ];
  const leg = { ...US, steps };
  const entries = tested(leg);
  assert.deepEqual(
    entries.filter((entry) => entry.decided).map((entry) => entry.provision),
    ["rule#1", "rule#4", "rule#5"],
  );
  assert.equal(
    entries.reduce((sum, entry) => sum + entry.steps.length, 0),
    steps.length,
  );
  assert.equal(countOf([leg, CN]), steps.length);
});

test("a missing fact makes its provisions ones that decide", () => {
  const missing = [{ field: "tpp", provisions: ["rule#9"] }];
  const leg = { ...US, missing, steps: [step("rule#9", "classify", null, null)] };
  assert.equal(tested(leg)[0]?.decided, true);
});

test("the page of an answer is its address without the version", () => {
  assert.equal(pageOf("/v1/eligibility?chip=v1"), "/eligibility?chip=v1");
});

test("a headline says whence only where the question did", () => {
  assert.equal(headline(decision()), "License required: A1 to China, 2026-02-01");
  const stated = decision({ self: `${decision().self}&export_from=US` });
  assert.equal(heading(stated), "A1 to China from Home");
  const hq = decision({ matched: { ...decision().matched, hq: match("SG", "Singapore") } });
  assert.equal(heading(hq), "A1 to China, headquarters in Singapore");
});

test("a citation names the state of knowledge, the address, the digest and the day", () => {
  assert.equal(
    citation(decision(), "https://x.example", "2026-11-23"),
    "navicert data set, data version 3, all rulings checked through 2026-10-10; program 1.0.0. GET https://x.example/v1/eligibility?chip=a-1&destination=CN&date=2026-02-01&known_at=3. Digest blake2b-256:00. Retrieved November 23, 2026.",
  );
});

test("a note for the file holds the answer, its grounds, assumptions and doubts, and one address of the page", () => {
  const note = fileNote(decision(), "https://x.example", "https://x.example/eligibility?x", "2026-11-23");
  for (const part of [
    "License required: A1 to China, 2026-02-01, as recorded by this data set\n",
    decision().summary,
    "Rulings:\n- The rule (rule#4)\n",
    "Assumed:\n- export_from not stated: shipped from US\n",
    "Doubts of the data:\n- It is doubtful.\n",
    "\nhttps://x.example/eligibility?x\nNo advice.",
  ])
    assert.ok(note.includes(part ?? "?"), `${part} in ${note}`);
  assert.ok(!fileNote(decision({ doubts: [] }), "o", "p", "2026-11-23").includes("Doubts"));
});

test("a command for a shell cannot be left by a quotation mark", () => {
  assert.ok(checkCommand("http://h/v1?chip=a'b").startsWith("curl -s 'http://h/v1?chip=a%27b' | "));
});

test("rows: one a condition, one for a leg without any, as wide as the head", () => {
  const exception = {
    name: "NAC",
    id: "r",
    title: "R",
    provision: "r#1",
    text: "t",
    conditions: [{ type: "notification" as const, text: "25 days", value: 25, provision: "r#1" }],
  };
  const { columns, rows } = rowsOf(decision({ legs: [{ ...US, exception }, CN] }));
  assert.equal(rows.length, 3);
  for (const row of rows) assert.equal(row.length, columns.length);
  assert.deepEqual(rows[1]?.slice(-6), ["NAC", "rule#4", "notification", "25 days", 25, "r#1"]);
  const third = Object.fromEntries(columns.map((name, i) => [name, rows[2]?.[i]]));
  assert.deepEqual(
    [third.side, third.jurisdiction, third.status],
    ["import", "CN", "no_restriction_recorded"],
  );
});

test("rows say what else is possible, what is uncertain and what is projected", () => {
  const currency = { ...decision().currency, projected: true };
  const legs = [{ ...US, possible: ["license_required", "prohibited"], eccn_uncertain: true } as Leg];
  const { columns, rows } = rowsOf(decision({ legs, currency }));
  const row = Object.fromEntries(columns.map((name, i) => [name, rows[0]?.[i]]));
  assert.deepEqual(
    [row.projected, row.possible, row.eccn_uncertain],
    [true, "license_required prohibited", true],
  );
});

test("lines hold their width, long words are broken, and what is cut says so", () => {
  assert.deepEqual(wrap("one two three", 7, 3), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefgh", 3, 3), ["abc", "def", "gh"]);
  assert.deepEqual(wrap("one two three four", 7, 1), ["one tw…"]);
});
