// Matrix: many chips to many destinations on one day, at a glance, and what of it was otherwise on another.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Answer, dataOf, useGet } from "../api/use";
import { isDay, today } from "../dates";
import { Fault, Loading, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { type State, useUrlState } from "../url";
import {
  columnSort,
  type Names,
  namesOf,
  questionsOf,
  useBegin,
  useChipFacts,
  useCompared,
  useGroupFacts,
  usePlaceFacts,
} from "./matrix/ask";
import { Choices } from "./matrix/choices";
import type { Wish } from "./matrix/model";
import { Dates, Parties, ROW_SORTS } from "./matrix/options";
import { groupsIn, tokens } from "./matrix/sets";
import { Table } from "./matrix/table";

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
    rows,
    columns: columnSort(state, names.places),
    groups: groupsIn(names.places),
    onlyChanged: state.view_only === "changed",
    originStated: Boolean(state.export_from),
  };
}

const NOTHING: never[] = [];

/** Whether rows and columns can be put in order once and for all; without these facts they still can be shown. */
function ready(answer: Answer<unknown>): boolean {
  return dataOf(answer) !== undefined || answer.state === "failed";
}

export default function Matrix() {
  useTitle("Matrix");
  const url = useUrlState();
  const { state } = url;
  const date = useSettled(state.date);
  const service = dataOf(useGet("/v1", {}));
  const facts = useChipFacts(state.known_at);
  const groups = dataOf(useGroupFacts(state.known_at)) ?? NOTHING;
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
          facts={dataOf(facts) ?? NOTHING}
          places={dataOf(places) ?? NOTHING}
          groups={groups}
          matched={dataOf(answer)?.matrix.matched}
        />
      )}
      <Parties url={url} places={dataOf(places) ?? NOTHING} />
      {names && questions && wish && ready(facts) && ready(places) ? (
        <Shown answer={answer} what="the matrix">
          {(compared) => (
            <Table
              compared={compared}
              questions={questions}
              wish={wish}
              facts={dataOf(facts) ?? NOTHING}
              places={dataOf(places) ?? NOTHING}
              groups={groups}
              url={url}
            />
          )}
        </Shown>
      ) : begin.state === "failed" ? (
        <Fault error={begin.error} again={begin.again} />
      ) : (
        <Loading what="chips and destinations" />
      )}
    </div>
  );
}
