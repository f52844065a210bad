// How an answer was decided: every test, with what was compared, by how much it passed or failed, and where the law says so.
import { addressOf } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { Panel } from "../../ui/panel";
import { Shown } from "../../ui/states";
import type { UrlState } from "../../url";
import { figure, plain, plural } from "../../words";
import { Provision } from "./leg";
import type { Decision } from "./question";
import { questionOf } from "./question";
import { subjectOf } from "./receipt";
import { countOf, type Leg, type Step, type Tested, tested } from "./tested";
import { Unfold } from "./unfold";

const RESULTS = [
  { when: true, sign: "✓", words: "holds" },
  { when: false, sign: "✗", words: "does not hold" },
  { when: null, sign: "?", words: "cannot be told" },
];

function Result({ result }: { result: boolean | null }) {
  const told = RESULTS.find((known) => known.when === result) ?? RESULTS[2];
  return (
    <span class={`result result-${String(result)}`}>
      <span aria-hidden="true">{told?.sign}</span> {told?.words}
    </span>
  );
}

function Value({ step }: { step: Step }) {
  const { value, result } = step;
  if (value === null) return <span class="small">{result === null ? "not known" : "–"}</span>;
  if (typeof value === "number") return <data value={value}>{figure(value)}</data>;
  return <>{String(value)}</>;
}

function margin(step: Step): string {
  if (step.margin === null) return "";
  return `${step.margin > 0 ? "+" : ""}${figure(step.margin).replace("-", "−")}`;
}

function Provisions({ entry, knownAt }: { entry: Tested; knownAt: string | undefined }) {
  return (
    <tbody class={entry.decided ? "decided" : undefined}>
      <tr class="step-head">
        <th scope="rowgroup" colSpan={4}>
          <Provision id={entry.provision} knownAt={knownAt} whole />
          <span class="step-effect">{plain(entry.effect)}</span>
          {entry.cite && <span class="small">{entry.cite}</span>}
        </th>
      </tr>
      {entry.steps.map((step, i) => (
        <tr key={i}>
          <td>
            <code>{step.test}</code>
          </td>
          <td class="number">
            <Value step={step} />
          </td>
          <td>
            <Result result={step.result} />
          </td>
          <td class="number">{margin(step)}</td>
        </tr>
      ))}
    </tbody>
  );
}

function LegSteps(props: { leg: Leg; only: boolean; knownAt: string | undefined }) {
  const { leg, only, knownAt } = props;
  const all = tested(leg);
  const shown = only ? all.filter((entry) => entry.decided) : all;
  const title = `${leg.side === "export" ? "Export" : "Import"}, law of ${leg.jurisdiction}`;
  if (shown.length === 0)
    return (
      <p class="small">
        {title}:{" "}
        {all.length === 0 ? "no provision meets this question." : "the answer rests on no provision."}
      </p>
    );
  return (
    <div class="table-frame" role="region" tabIndex={0} aria-label={`Tests, ${title}`}>
      <table class="steps">
        <caption>
          {title}: {plural(shown.length, "provision")}
          {only && ` of ${all.length}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col" class="number">
              Value
            </th>
            <th scope="col">Result</th>
            <th scope="col" class="number">
              Margin
            </th>
          </tr>
        </thead>
        {shown.map((entry) => (
          <Provisions key={entry.provision} entry={entry} knownAt={knownAt} />
        ))}
      </table>
    </div>
  );
}

function csvOf(decision: Decision) {
  return {
    columns: ["side", "jurisdiction", "provision", "effect", "test", "value", "result", "margin", "cite"],
    rows: decision.legs.flatMap((leg) =>
      (leg.steps ?? []).map(({ provision, effect, test, value, result, margin, cite }) => [
        leg.side,
        leg.jurisdiction,
        provision,
        effect,
        test,
        value,
        result,
        margin,
        cite,
      ]),
    ),
  };
}

/** Asked for only when it is opened: most who read an answer do not need a hundred tests. */
export function Steps({ url }: { url: UrlState }) {
  const asked = questionOf(url.state);
  const query = asked && url.state.view_steps === "1" ? { ...asked, explain: "full" as const } : null;
  const answer = useGet("/v1/eligibility", query && { query });
  const decision = dataOf(answer);
  const only = url.state.view_decided === "1";
  const count = decision ? `: ${plural(countOf(decision.legs), "test")}` : "";
  return (
    <Panel
      title={`How this was decided${count}`}
      address={query && addressOf("/v1/eligibility", { query })}
      csv={decision ? csvOf(decision) : null}
      file={decision ? ["tests", ...subjectOf(decision)] : undefined}
      id="steps"
    >
      <Unfold url={url} name="view_steps" title="Every test that was made, with its margin and citation">
        <p>
          <label>
            <input
              type="checkbox"
              checked={only}
              onChange={(event) => url.change({ view_decided: event.currentTarget.checked ? "1" : null })}
            />{" "}
            Only the provisions the answer rests on
          </label>
        </p>
        <Shown answer={answer} what="every test">
          {(data) => (
            <>
              {data.legs.map((leg) => (
                <LegSteps
                  key={`${leg.side} ${leg.jurisdiction}`}
                  leg={leg}
                  only={only}
                  knownAt={url.state.known_at}
                />
              ))}
              <p class="small">
                Margin: the value less the threshold. A provision may have alternatives, so that one test
                failing need not decide it; “–” stands where no single value is compared.
              </p>
            </>
          )}
        </Shown>
      </Unfold>
    </Panel>
  );
}
