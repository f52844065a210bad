// What changed: whose answer differs between two days or two states of knowledge, by the rulings that made the difference.
import { useMemo } from "preact/hooks";
import { addressOf } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { dataOf, useGet } from "../api/use";
import { Feeds } from "../ui/feeds";
import { MoreButton } from "../ui/more";
import { Panel } from "../ui/panel";
import { Ready } from "../ui/ready";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { link, permanent, type UrlState, useUrlState } from "../url";
import { figure, plural } from "../words";
import { asksSomething, countedAspects, diffQuery } from "./diff/ask";
import { CauseOf } from "./diff/causes";
import { Fields } from "./diff/fields";
import { causesOf } from "./diff/group";
import { type Diff, sentence } from "./diff/sentence";
import { Leans, Turns } from "./diff/summary";

const CHIPS_A_PAGE = 200;
const CAUSES_AT_FIRST = 12;

/** What was compared, with the names of the places: the matrix of the later state knows its rows and columns. */
function useScope(state: UrlState["state"]) {
  const { from: _from, to, known_from: _known_from, changed: _changed, ...same } = diffQuery(state);
  const query = { ...same, limit: 1, ...(to ? { date: to } : {}) };
  const matrix = dataOf(useGet("/v1/matrix", asksSomething(state) ? { query } : null));
  return useMemo(() => {
    const names = new Map(matrix?.destinations.map(({ code, name }) => [code, name]));
    return {
      scope: matrix && { chips: matrix.total, destinations: matrix.destinations.length },
      nameOf: (code: string) => names.get(code) ?? code,
    };
  }, [matrix]);
}

function ReadOn({ url, diff }: { url: UrlState; diff: Diff }) {
  if (!diff.next) return null;
  const read = new Set(diff.items.map((item) => item.chip.id)).size;
  return (
    <p class="read-on">
      <span role="status">
        The parts below are of {figure(read)} of {plural(diff.total, "chip")}; those of the others are not
        read yet.
      </span>{" "}
      <MoreButton url={url}>Read on</MoreButton>
    </p>
  );
}

function Causes({ url, diff }: { url: UrlState; diff: Diff }) {
  const { state } = url;
  const { scope, nameOf } = useScope(state);
  const { items } = diff;
  const causes = useMemo(() => causesOf(items), [items]);
  const ground = { diff, state, scope, nameOf, counted: countedAspects(state) };
  const query = { ...diffQuery(state), limit: CHIPS_A_PAGE };
  const address = addressOf("/v1/diff", { query });
  const { from, to, known_from, known_at } = diff.question;
  const turned = (
    known_from === known_at ? [from, to] : [`${from}-known-${known_from}`, `${to}-known-${known_at}`]
  ).concat(state.chips ?? [], state.destinations ?? []);
  const shown = state.view_all ? causes : causes.slice(0, CAUSES_AT_FIRST);
  return (
    <>
      <p class="sentence">{sentence(diff, scope)}</p>
      <Leans diff={diff} knownAt={state.known_at} />
      <ReadOn url={url} diff={diff} />
      <Turns
        diff={diff}
        address={address}
        file={["outcomes", ...turned]}
        page={permanent(url.path, state, { from, to, known_from, known_at })}
      />
      <Panel title="By ruling" address={address} csv file={["diff", ...turned]}>
        {causes.length === 0 ? (
          <Empty>
            No answer changed. What was recorded all the same, document by document, is in{" "}
            <a href={link("/changes", {})}>the feed</a>.
          </Empty>
        ) : (
          <p class="small">
            Each pair of chip and destination is counted once: under the ruling, or the rulings together, with
            a provision that only one of its two answers rests on or turns on.
          </p>
        )}
        {shown.map((cause) => (
          <CauseOf key={cause.key} cause={cause} ground={ground} />
        ))}
        {shown.length < causes.length && (
          <p>
            <button type="button" onClick={() => url.change({ view_all: "1" }, "replace")}>
              Show the other {causes.length - shown.length} of {causes.length} parts
            </button>
          </p>
        )}
      </Panel>
    </>
  );
}

const EXAMPLES = [
  {
    href: "/diff?from=2025-04-08&to=2025-04-09",
    title: "The days around the letter of April 2025",
    text: "Whose answer did one letter turn overnight, and whose not?",
  },
  {
    href: "/diff?from=2023-11-16&to=2023-11-17&destinations=CN",
    title: "The rule of October 2023, in China",
    text: "What was asked the day before it applied, and what on the day itself?",
  },
  {
    href: "/diff?from=2025-10-10&to=2026-10-10&changed=outcome",
    title: "The year to October 2026",
    text: "For which chips, to which destinations, is the outcome another?",
  },
];

export default function DiffScreen() {
  useTitle("What changed");
  const url = useUrlState();
  const asked = asksSomething(url.state);
  const answer = usePages(
    "/v1/diff",
    asked ? { ...diffQuery(url.state), limit: CHIPS_A_PAGE } : null,
    pagesOf(url.state),
  );
  return (
    <div class="screen diff">
      <h1>What changed</h1>
      <p>
        Whose answer differs between two days, or between two states of what this data set had recorded, and
        which rulings made the difference.
      </p>
      <Fields url={url} diff={dataOf(answer)} />
      {asked ? (
        <Shown answer={answer} what="what changed">
          {(diff) => <Causes url={url} diff={diff} />}
        </Shown>
      ) : (
        <section aria-labelledby="examples">
          <h2 id="examples">For example</h2>
          <Ready questions={EXAMPLES} />
        </section>
      )}
      <Feeds />
    </div>
  );
}
