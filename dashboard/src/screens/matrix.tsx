// Matrix: many chips to many destinations on one day, at a glance, and what of it was otherwise on another.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { API_ORIGIN, type Asked, addressOf, type Schemas } from "../api/client";
import { dataOf, useGet } from "../api/use";
import { isDay, spoken, today } from "../dates";
import { Panel } from "../ui/panel";
import { Empty, Fault, Loading, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { carried, link, type State, type UrlState, useUrlState } from "../url";
import { plural } from "../words";
import {
  type Compared,
  columnSort,
  type Names,
  namesOf,
  type Questions,
  questionsOf,
  useBegin,
  useChipFacts,
  useCompared,
  usePlaceFacts,
} from "./matrix/ask";
import { Choose } from "./matrix/choose";
import { drawingOf, elementOf } from "./matrix/drawing";
import { Grid } from "./matrix/grid";
import { summaryOf } from "./matrix/labels";
import {
  type ChipFacts,
  type Model,
  modelOf,
  type PlaceFacts,
  type RowSort,
  type Wish,
} from "./matrix/model";
import { Cautions, Cut, Key } from "./matrix/notes";
import { Dates, Orders, Parties, ROW_SORTS } from "./matrix/options";
import { chipSets, GROUP, groupsIn, placeSets, tokens } from "./matrix/sets";

/** A slider names many days in a second; what is asked is where it comes to rest. */
const REST_MS = 120;

function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function wishOf(state: State, names: Names): Wish {
  const rows = ROW_SORTS.find(([sort]) => sort === state.view_sort)?.[0] ?? "tpp";
  return {
    rows: rows satisfies RowSort,
    columns: columnSort(state, names.places),
    groups: groupsIn(names.places),
    onlyChanged: state.view_only === "changed",
  };
}

function csvAddress(asked: Asked<"/v1/matrix">): string {
  return addressOf("/v1/matrix", { query: { ...asked.query, format: "csv" } });
}

/** The drawing, put into the page out of sight for as long as its styles are read. */
function usePicture(model: Model, service: Schemas["Service"] | undefined, matrix: Compared["matrix"]) {
  const stage = useRef<HTMLDivElement>(null);
  const draw = useCallback(() => {
    const { data_version, verified_through } = matrix.meta;
    const drawn = elementOf(
      drawingOf(model, {
        title: `Export of AI chips by destination, ${spoken(model.date)}`,
        summary: summaryOf(model),
        source: `${service?.title ?? "navicert"}; data version ${data_version}, rulings verified through ${verified_through ?? "no day"}. ${matrix.notice} ${API_ORIGIN}`,
      }),
    ) as SVGSVGElement;
    stage.current?.replaceChildren(drawn);
    setTimeout(() => drawn.remove(), 0);
    return drawn;
  }, [model, service, matrix]);
  return { stage, draw };
}

type Group = { id: string; name: string };

interface TableProps {
  compared: Compared;
  questions: Questions;
  wish: Wish;
  facts: readonly ChipFacts[];
  places: readonly PlaceFacts[];
  state: State;
}

function Differences({ model, questions, state }: { model: Model; questions: Questions; state: State }) {
  if (!model.compared || !questions.diff) return null;
  const { from, to, chips, destinations } = questions.diff.query ?? {};
  const names = { chips: chips?.join(","), destinations: destinations?.join(",") };
  return (
    <p>
      {plural(model.changed, "pair")} {model.changed === 1 ? "differs" : "differ"} from{" "}
      {spoken(model.compared)}
      {model.changed > 0 && ", outlined in the table"}.{" "}
      <a href={link("/diff", { ...carried(state), from, to, ...names })}>
        What changed, and by which rulings
      </a>
    </p>
  );
}

function Table({ compared, questions, wish, facts, places, state }: TableProps) {
  const { matrix, diff } = compared;
  const service = dataOf(useGet("/v1", {}));
  const model = useMemo(
    () => modelOf(matrix, diff, facts, places, wish),
    [matrix, diff, facts, places, wish],
  );
  const { stage, draw } = usePicture(model, service, matrix);
  const kept = { ...carried(state), chip: null, destination: null };
  const summary = summaryOf(model);
  return (
    <Panel
      title={`Chips and destinations on ${spoken(model.date)}`}
      address={addressOf("/v1/matrix", questions.matrix)}
      csv={csvAddress(questions.matrix)}
      file={`matrix-${model.date}`}
      picture={draw}
    >
      <p class="matrix-summary">{summary}</p>
      <Differences model={model} questions={questions} state={state} />
      <Cut model={model} matrix={matrix} />
      <Key model={model} />
      {model.rows.length === 0 || model.columns.length === 0 ? (
        <Empty>
          {wish.onlyChanged && diff ? "Nothing differs between the two days." : "No pair is asked for."}
        </Empty>
      ) : (
        <Grid
          model={model}
          caption={summary}
          cellHref={(chip, destination) =>
            link("/eligibility", { ...kept, chip, destination, date: model.date })
          }
          chipHref={(chip) => pageOf("chip", chip, state.known_at)}
          placeHref={(code) => pageOf("destination", code, state.known_at)}
        />
      )}
      <Cautions matrix={matrix} />
      <div class="matrix-stage" ref={stage} aria-hidden="true" />
    </Panel>
  );
}

function Choices(props: {
  url: UrlState;
  names: Names;
  facts: readonly ChipFacts[];
  places: readonly PlaceFacts[];
  matched: Compared["matrix"]["matched"] | undefined;
}) {
  const { url, names, facts, places, matched } = props;
  const { state, change } = url;
  const groups = dataOf(useGet("/v1/groups", { query: { limit: 200 } }))?.items as Group[] | undefined;
  const told = useMemo(() => {
    const name = new Map<string, string>(facts.map((chip) => [chip.id, chip.name]));
    for (const place of places) name.set(place.code, place.name);
    for (const group of groups ?? NOTHING) name.set(GROUP + group.id, `${group.id} ${group.name}`);
    for (const match of [...(matched?.chips ?? []), ...(matched?.destinations ?? [])])
      name.set(match.text, match.name);
    return name;
  }, [facts, places, groups, matched]);
  const nameOf = (token: string) => told.get(token) ?? token.replace(/\\,/g, ",");
  const shared = { nameOf, knownAt: state.known_at };
  const why = "named most often by the recorded events. Take away, add, or choose a set.";
  return (
    <details class="matrix-choices" open={names.chips.length + names.places.length <= MANY}>
      <summary>
        {plural(names.chips.length, "chip")} and{" "}
        {plural(names.places.length, "destination or group", "destinations or groups")} chosen
      </summary>
      <div class="matrix-both">
        <Choose
          {...shared}
          label="Chips"
          kind="chip"
          names={names.chips}
          chosenByData={names.chosen.chips}
          why={`The ${names.chips.length} ${why}`}
          sets={useMemo(() => chipSets(facts, today()), [facts])}
          onChange={(chips) => change({ chips })}
        />
        <Choose
          {...shared}
          label="Destinations"
          kind="destination"
          names={names.places}
          chosenByData={names.chosen.places}
          why={`The ${names.places.length} ${why}`}
          sets={useMemo(() => placeSets(groups ?? NOTHING, places), [groups, places])}
          onChange={(destinations) => change({ destinations })}
        />
      </div>
    </details>
  );
}

/** With more names than this, choosing folds itself away. */
const MANY = 40;
const NOTHING: never[] = [];

export default function Matrix() {
  useTitle("Matrix");
  const url = useUrlState();
  const { state } = url;
  const date = useSettled(state.date);
  const service = dataOf(useGet("/v1", {}));
  const facts = useChipFacts(state.known_at);
  const asGroups = columnSort(state, tokens(state.destinations)) === "group";
  const places = usePlaceFacts(asGroups && date && isDay(date) ? date : undefined, state.known_at);
  const begin = useBegin(state);
  const names = namesOf(state, dataOf(begin));
  const questions = names && questionsOf(state, names, date, today());
  const answer = useCompared(questions);
  const wishKey = names && JSON.stringify(wishOf(state, names));
  const wish = useMemo(() => (wishKey ? (JSON.parse(wishKey) as Wish) : null), [wishKey]);
  const first = service?.coverage.first_date ?? today();
  return (
    <div class="screen">
      <h1>Which chips may go where on one day?</h1>
      <Dates url={url} from={first} to={today()} />
      {names && (
        <Choices
          url={url}
          names={names}
          facts={facts ?? NOTHING}
          places={places ?? NOTHING}
          matched={dataOf(answer)?.matrix.matched}
        />
      )}
      <Parties url={url} />
      {names && wish && <Orders url={url} rows={wish.rows} columns={wish.columns} />}
      {names && questions && wish ? (
        <Shown answer={answer} what="the matrix">
          {(compared) => (
            <Table
              compared={compared}
              questions={questions}
              wish={wish}
              facts={facts ?? NOTHING}
              places={places ?? NOTHING}
              state={state}
            />
          )}
        </Shown>
      ) : begin.state === "failed" ? (
        <Fault error={begin.error} again={begin.again} />
      ) : (
        <Loading what="what the events name most" />
      )}
    </div>
  );
}
