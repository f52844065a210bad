// The same facts as rows: the chips nearest to a line on either side, all the chips of the plane, and the rules that draw it.
import type { Csv } from "../../csv";
import type { Day } from "../../dates";
import { classOf, type Rule } from "../../law/force";
import type { Step } from "../../law/headroom";
import { amount, claims, fieldWords, sentence } from "../../law/words";
import { Panel } from "../../ui/panel";
import { Empty } from "../../ui/states";
import { pageOf, provisionPage } from "../../ui/titled";
import { link, type State } from "../../url";
import { plural } from "../../words";
import type { ChipItem } from "./data";
import { effectWords, type View } from "./view";
import type { Zone } from "./zones";

const NEAREST = 12;

export interface Near {
  item: ChipItem;
  step: Step;
}

export function percent(relative: number): string {
  return `${relative > 0 ? "+" : relative < 0 ? "−" : ""}${(100 * Math.abs(relative)).toFixed(1)}%`;
}

/** The zone that a provision draws, in a word. */
export function ruleWords(rule: Rule): string {
  return rule.effect === "classify"
    ? rule.eccns.join(", ")
    : `${effectWords(rule.effect)}: ${rule.ruling.title}`;
}

export function classWords(rules: Rule[], item: ChipItem, facts = item.facts): string {
  const { eccn, uncertain } = classOf(rules, item, facts);
  return uncertain ? `${eccn ?? "none"}, uncertain` : (eccn ?? "none");
}

export function checkLink(state: State, chip: string, day: Day): string {
  return link("/eligibility", {
    chip,
    destination: state.destination,
    hq: state.hq,
    date: day,
    known_at: state.known_at,
  });
}

interface NearProps {
  title: string;
  intro: string;
  none: string;
  rows: Near[];
  live: Rule[];
  state: State;
  view: View;
  onAll: () => void;
}

function nearCsv(rows: Near[], live: Rule[]): Csv {
  return {
    columns: [
      "chip",
      "name",
      "vendor",
      "figure",
      "value",
      "line",
      "difference",
      "relative",
      "provision",
      "class",
    ],
    rows: rows.map(({ item, step }) => [
      item.id,
      item.name,
      item.vendor,
      step.field,
      step.value,
      step.line,
      step.line - step.value,
      step.relative,
      step.rule.id,
      classWords(live, item),
    ]),
  };
}

function NearRow({ near, live, state, view }: { near: Near; live: Rule[]; state: State; view: View }) {
  const { item, step } = near;
  return (
    <tr class={item.lowConfidence ? "low" : undefined}>
      <th scope="row">
        <a href={pageOf("chip", item.id, state.known_at)}>
          {item.vendor} {item.name}
        </a>
      </th>
      <td>{classWords(live, item)}</td>
      <td class="number">
        {amount(step.field, step.value)}
        <span class="small"> {fieldWords(step.field)}</span>
      </td>
      <td class="number">{amount(step.field, step.line)}</td>
      <td class="number">{amount(step.field, Number(Math.abs(step.line - step.value).toPrecision(3)))}</td>
      <td class="number">{percent(step.relative)}</td>
      <td>
        <a href={provisionPage(step.rule.id, state.known_at)}>{ruleWords(step.rule)}</a>
      </td>
      <td>
        <a href={checkLink(state, item.id, view.day)} aria-label={`Check ${item.name} on ${view.day}`}>
          Check
        </a>
      </td>
    </tr>
  );
}

export function NearTable(props: NearProps) {
  const { title, intro, none, rows, live, state, view, onAll } = props;
  const shown = view.all ? rows : rows.slice(0, NEAREST);
  return (
    <Panel
      title={title}
      csv={nearCsv(rows, live)}
      file={["lines", title, view.x.field, view.y.field, view.day]}
    >
      <p class="small">{intro}</p>
      {rows.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
          <table>
            <caption class="heard">
              {title} on {view.day}
            </caption>
            <thead>
              <tr>
                {["Chip", "ECCN on the day", "Has", "Line at", "Between", "Relative", "Line of", "Ask"].map(
                  (head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((near) => (
                <NearRow key={near.item.id} near={near} live={live} state={state} view={view} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < rows.length && (
        <button type="button" onClick={onAll}>
          Show all {rows.length}
        </button>
      )}
    </Panel>
  );
}

interface AllProps {
  items: ChipItem[];
  live: Rule[];
  state: State;
  view: View;
}

export function AllTable({ items, live, state, view }: AllProps) {
  const axes = [view.x, view.y];
  const plotted = items.filter((item) => axes.every(({ field }) => typeof item.facts[field] === "number"));
  const csv: Csv = {
    columns: [
      "chip",
      "name",
      "vendor",
      ...axes.map(({ field }) => field),
      "low_confidence",
      "class",
      "plotted",
    ],
    rows: items.map((item) => [
      item.id,
      item.name,
      item.vendor,
      ...axes.map(({ field }) => item.facts[field] ?? null),
      item.lowConfidence,
      classWords(live, item),
      plotted.includes(item),
    ]),
  };
  return (
    <Panel
      title="All chips of this view"
      csv={csv}
      file={["lines-chips", view.x.field, view.y.field, view.day]}
    >
      <details>
        <summary>
          {plural(plotted.length, "chip")} in the picture; {items.length - plotted.length} not in it, since a
          figure is not known
        </summary>
        <div class="table-frame" tabIndex={0} role="region" aria-label="All chips of this view">
          <table id="lines-all">
            <caption>
              ECCN on {view.day} by the classifications in force, as recorded by this data set
            </caption>
            <thead>
              <tr>
                <th scope="col">Chip</th>
                <th scope="col">Released</th>
                {axes.map(({ field }) => (
                  <th key={field} scope="col" class="number">
                    {fieldWords(field)}
                  </th>
                ))}
                <th scope="col">ECCN</th>
                <th scope="col">Figures</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} data-chip={item.id}>
                  <th scope="row">
                    <a href={pageOf("chip", item.id, state.known_at)}>
                      {item.vendor} {item.name}
                    </a>
                  </th>
                  <td>{item.released ?? "not known"}</td>
                  {axes.map((axis) => (
                    <td key={axis.field} class="number">
                      {amount(axis.field, item.facts[axis.field] as number | null)}
                    </td>
                  ))}
                  <td class="class">{classWords(live, item)}</td>
                  <td>{item.lowConfidence ? "low confidence" : ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Panel>
  );
}

function placesWords(rule: Rule): string {
  const { include, exclude, headquartered_in } = rule.destinations;
  const where = include.includes("*") ? "everywhere" : include.join(", ");
  const but = exclude.length > 0 ? ` but ${exclude.join(", ")}` : "";
  return (
    where + but + (headquartered_in.length > 0 ? `, with headquarters in ${headquartered_in.join(", ")}` : "")
  );
}

/** Which rules draw the zones, in the order of the legend, each with its sign. */
export function RulesList({ zones, state }: { zones: Zone[]; state: State }) {
  return (
    <ul class="lines-rules">
      {zones.map((zone) => (
        <li key={zone.id}>
          <span class={`zone-sign effect-${zone.effect}`} aria-hidden="true" />
          <div>
            <strong>{zone.title}</strong>
            {zone.effect === "classify" ? " classification" : ""}:{" "}
            <a href={provisionPage(zone.id, state.known_at)}>{zone.rules[0]?.ruling.title}</a>
            {zone.rules[0]?.cite && `, ${zone.rules[0].cite}`}, since {zone.rules[0]?.from ?? "always"}.{" "}
            {zone.rules[0]?.text}{" "}
            {zone.plane.besides.length > 0 &&
              `Beyond its lines here it also holds ${zone.plane.besides.map((one) => `if ${sentence(claims(one))}`).join("; ")}. `}
            <span class="small">For: {zone.rules.map(placesWords).join("; ")}.</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
