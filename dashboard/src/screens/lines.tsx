// Lines: chips in the plane of two figures, with the zones that the rules in force on a day draw there.
import { useMemo } from "preact/hooks";
import { dataOf, useGet } from "../api/use";
import { type Day, spoken, today } from "../dates";
import { changeDays, draws } from "../law/force";
import { excess, headroom, nearestSteps } from "../law/headroom";
import { amount, fieldWords } from "../law/words";
import { Panel } from "../ui/panel";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { permanent, type UrlState, useUrlState } from "../url";
import { LinesChart, type Margin } from "./lines/chart";
import { Controls } from "./lines/controls";
import { type ChipItem, type Law, liveAddress, useChips, useLaw, useRules } from "./lines/data";
import { Days } from "./lines/days";
import { type Point, SHAPED } from "./lines/marks";
import { AllTable, classWords, type Near, NearTable, percent, RulesList } from "./lines/tables";
import { type View, viewOf } from "./lines/view";
import { type Zone, zonesOf } from "./lines/zones";

/** So many names stand in the picture beside the marked one: of the chips nearest to a line. */
const NAMED = 10;

function figureOf(item: ChipItem, field: string): number | null {
  const value = item.facts[field];
  return typeof value === "number" && value > 0 ? value : null;
}

function byCount(items: ChipItem[]): string[] {
  const counts = new Map<string, number>();
  for (const { vendor } of items) counts.set(vendor, (counts.get(vendor) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([vendor]) => vendor);
}

function pointsOf(
  items: ChipItem[],
  law: Law,
  view: View,
  named: Set<string>,
  marked: string,
  knownAt?: string,
): Point[] {
  return items.flatMap((item) => {
    const x = figureOf(item, view.x.field);
    const y = figureOf(item, view.y.field);
    if (x === null || y === null) return [];
    const figures = `${fieldWords(view.x.field)} ${amount(view.x.field, x)}, ${fieldWords(view.y.field)} ${amount(view.y.field, y)}`;
    const doubt = item.lowConfidence ? "; low confidence in the figures" : "";
    return {
      id: item.id,
      name: item.name,
      vendor: item.vendor,
      hollow: item.lowConfidence,
      x,
      y,
      href: pageOf("chip", item.id, knownAt),
      title: `${item.vendor} ${item.name}: ${figures}; ECCN on the day: ${classWords(law.live, item)}${doubt}`,
      named: item.id === marked || named.has(item.id),
      marked: item.id === marked,
    };
  });
}

/** From the marked chip to the nearest line, for each axis by itself. */
function marginsOf(item: ChipItem | undefined, zones: Zone[], view: View): Margin[] {
  const x = item && figureOf(item, view.x.field);
  const y = item && figureOf(item, view.y.field);
  if (!item || !x || !y) return [];
  const rules = zones.map((zone) => zone.rules[0]).filter((rule) => rule !== undefined);
  return [view.x, view.y].flatMap((axis): Margin[] => {
    const near = [headroom, excess].flatMap((measure) => nearestSteps(rules, [item], [axis.field], measure));
    const step = near.sort((a, b) => Math.abs(a.step.relative) - Math.abs(b.step.relative))[0]?.step;
    if (!step || step.relative === 0) return [];
    return [
      { from: [x, y], to: axis === view.x ? [step.line, y] : [x, step.line], words: percent(step.relative) },
    ];
  });
}

/** Where the day lies outside what is known of the law, which the zones alone do not tell. */
function DayNotes({ day }: { day: Day }) {
  const service = dataOf(useGet("/v1", {}));
  if (!service) return null;
  const { coverage, verified_through } = service;
  if (day < coverage.first_date)
    return (
      <p class="doubt">
        {spoken(day)} lies before this data set begins, {spoken(coverage.first_date)}: what is not drawn may
        have been law all the same.
      </p>
    );
  if (!verified_through || day <= verified_through) return null;
  return (
    <p class="note">
      Rulings are verified through {spoken(verified_through)}. For {spoken(day)} the zones are projected from
      what was known then.
    </p>
  );
}

function Answered({ law, chips, url, view }: { law: Law; chips: ChipItem[]; url: UrlState; view: View }) {
  const { state, change } = url;
  const known = state.known_at ? { known_at: state.known_at } : {};
  const version = dataOf(useGet("/v1", { query: known }))?.data_version;
  const marked =
    dataOf(useGet("/v1/chips/{chip}", state.chip ? { path: { chip: state.chip }, query: known } : null))
      ?.id ?? "";
  const drawn = useMemo(() => {
    const items = chips.filter(
      ({ facts, vendor, id }) =>
        facts.data_center === view.kind.data_center &&
        facts.assembly === view.kind.assembly &&
        (view.vendor === "" || vendor === view.vendor || id === marked),
    );
    const zones = zonesOf(law.live, view);
    const rules = zones.map((zone) => zone.rules[0]).filter((rule) => rule !== undefined);
    const fields = [view.x.field, view.y.field];
    const under: Near[] = nearestSteps(rules, items, fields, headroom);
    const above: Near[] = nearestSteps(rules, items, fields, excess);
    const plottable = under.filter(({ item }) => fields.every((field) => figureOf(item, field) !== null));
    const named = new Set(plottable.slice(0, NAMED).map(({ item }) => item.id));
    const points = pointsOf(items, law, view, named, marked, state.known_at);
    const margins = marginsOf(
      items.find(({ id }) => id === marked),
      zones,
      view,
    );
    const vendors = byCount(items.filter(({ id }) => points.some((point) => point.id === id))).slice(
      0,
      SHAPED,
    );
    return { items, zones, under, above, points, margins, vendors };
  }, [chips, law, view, marked, state.known_at]);
  const { items, zones, under, above, points, margins, vendors } = drawn;
  const marks = items.find(({ id }) => id === marked);
  const onAll = () => change({ view_all: "1" });
  const shared = { live: law.live, state, view, onAll };
  const held = "One figure changes and the others are held as they are.";
  return (
    <>
      <Panel
        title={`The lines on ${spoken(view.day)}`}
        address={liveAddress(state, view.day)}
        picture
        file={["lines", view.x.field, view.y.field, view.day]}
      >
        <DayNotes day={view.day} />
        {zones.length === 0 && (
          <p class="note">
            No rule in force on {spoken(view.day)} draws a line in this plane, as recorded by this data set.
            That is not to say that none applies: most rules ask other things.
          </p>
        )}
        {marked && !points.some(({ id }) => id === marked) && (
          <p class="note">
            The marked chip is not in the picture: it is not of these items, or a figure of it is not known.
          </p>
        )}
        {marks && margins.length > 0 && (
          <p>
            {marks.vendor} {marks.name}, ECCN {classWords(law.live, marks)}:{" "}
            {margins.map(({ words }) => words).join(" or ")} from the nearest line.
          </p>
        )}
        {points.length === 0 ? (
          <Empty>No chip of this choice has both figures.</Empty>
        ) : (
          <LinesChart
            view={view}
            zones={zones}
            points={points}
            vendors={vendors}
            margins={margins}
            knownAt={state.known_at}
            source={`Dashed: only on the condition that is named. Source: navicert, data version ${version ?? "not known"}. Research data, not legal advice. ${permanent(url.path, state, { date: view.day, known_at: version })}`}
          />
        )}
        <h3>Drawn by</h3>
        <RulesList zones={zones} state={state} />
      </Panel>
      <NearTable
        title="Just under the line"
        intro={`The least increase of one of the two figures that would bring the chip under a rule it is not under. ${held} Under a line is not free of every rule: others name chips, places or recipients, and Check has the whole answer.`}
        none="No chip is under a line of this plane."
        rows={under}
        {...shared}
      />
      <NearTable
        title="Just above the line"
        intro={`The least decrease of one of the two figures that would take the chip out of a rule. ${held}`}
        none="No chip is above a line of this plane."
        rows={above}
        {...shared}
      />
      <AllTable items={items} live={law.live} state={state} view={view} />
    </>
  );
}

export default function Lines() {
  const url = useUrlState();
  const view = useMemo(() => viewOf(url.state), [url.state]);
  useTitle(`Lines, ${view.day}`);
  const chips = useChips(url.state);
  const ruled = useRules(url.state);
  const rules = dataOf(ruled);
  const law = useLaw(url.state, rules, view.day);
  const fields = [view.x.field, view.y.field];
  const drawing = (rules ?? []).filter((rule) => draws(rule, fields));
  const effects = [...new Set(drawing.map(({ effect }) => effect))].sort();
  const days = changeDays(
    rules ?? [],
    (rule) => drawing.includes(rule) && view.effects.includes(rule.effect),
  );
  return (
    <div class="screen lines">
      <h1>Lines</h1>
      <p>
        Chips by the figures that rules count by, and the zones of the rules in force on a day, drawn from the
        provisions themselves. Announced and proposed rules draw nothing.
      </p>
      <Controls url={url} view={view} vendors={byCount(dataOf(chips) ?? []).sort()} effects={effects} />
      <Shown answer={ruled} what="the rulings">
        {() => <Days url={url} day={view.day} days={days} today={today()} />}
      </Shown>
      <Shown answer={chips} what="the chips">
        {(all) => (
          <Shown answer={law} what={`the rules in force on ${view.day}`}>
            {(found) => <Answered law={found} chips={all} url={url} view={view} />}
          </Shown>
        )}
      </Shown>
    </div>
  );
}
