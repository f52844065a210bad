// What the screen asks the API for, from its address.
import { type Asked, addressOf, get, getAll } from "../../api/client";
import { type Answer, useAnswer } from "../../api/use";
import { circumstances, type State } from "../../url";
import type { ChipFacts, ColumnSort, DiffDocument, GroupFacts, MatrixDocument, PlaceFacts } from "./model";
import { groupsIn, mostNamed, tokens } from "./sets";

export interface Names {
  chips: string[];
  places: string[];
  /** Which of them the data chose, the address naming none. */
  chosen: { chips: boolean; places: boolean };
}

export interface Compared {
  matrix: MatrixDocument;
  diff: DiffDocument | null;
}

interface Flat {
  fields: string;
  date?: string | undefined;
  known_at: string | undefined;
}

const BEGIN_WITH = 12;
const WHOLE_PAGE = 200;

/** All items of a list with some of their fields, which makes them flat: the contract's type of a whole item does not say so. */
function useFlat<T>(path: "/v1/chips" | "/v1/destinations" | "/v1/groups", query: Flat): Answer<T[]> {
  return useAnswer(addressOf(path, { query }), async (stop) => {
    const list = await getAll(path, query, stop);
    return (list.items ?? []) as unknown as T[];
  });
}

/** All chips with what rows are sorted by. */
export function useChipFacts(knownAt: string | undefined): Answer<ChipFacts[]> {
  const fields = "id,name,vendor,family,market,released_on,metrics.tpp,metrics.performance_density";
  return useFlat("/v1/chips", { fields, known_at: knownAt });
}

/** All places, with the groups they belong to on `date`. */
export function usePlaceFacts(date: string | undefined, knownAt: string | undefined): Answer<PlaceFacts[]> {
  const fields = "code,name,region,groups_on_date";
  return useFlat("/v1/destinations", { fields, date, known_at: knownAt });
}

export function useGroupFacts(knownAt: string | undefined): Answer<GroupFacts[]> {
  return useFlat("/v1/groups", { fields: "id,name", known_at: knownAt });
}

/** What to begin with where the address names none: those that the recorded events name most. */
export function useBegin(state: State): Answer<{ chips: string[]; places: string[] }> {
  const known = { known_at: state.known_at };
  const named = tokens(state.chips).length > 0 && tokens(state.destinations).length > 0;
  const counting: Asked<"/v1/events"> = {
    query: { limit: 1, fields: "id", facets: "chips,countries", ...known },
  };
  return useAnswer(named ? null : addressOf("/v1/events", counting), async (stop) => {
    const [events, places] = await Promise.all([
      get("/v1/events", counting, stop),
      getAll("/v1/destinations", { fields: "code", ...known }, stop),
    ]);
    const codes = new Set(places.items?.map(({ code }) => String(code)));
    return {
      chips: mostNamed(events.facets?.chips, null, BEGIN_WITH),
      places: mostNamed(events.facets?.countries, codes, BEGIN_WITH),
    };
  });
}

/** Null as long as it is not known what to begin with. */
export function namesOf(
  state: State,
  begin: { chips: string[]; places: string[] } | undefined,
): Names | null {
  const named = { chips: tokens(state.chips), places: tokens(state.destinations) };
  const chosen = { chips: named.chips.length === 0, places: named.places.length === 0 };
  if (!chosen.chips && !chosen.places) return { ...named, chosen };
  if (!begin) return null;
  return {
    chips: chosen.chips ? begin.chips : named.chips,
    places: chosen.places ? begin.places : named.places,
    chosen,
  };
}

export function columnSort(state: State, places: readonly string[]): ColumnSort {
  const asked = state.view_columns;
  if (asked === "name" || asked === "region" || asked === "strictest" || asked === "group") return asked;
  return groupsIn(places).length > 0 ? "group" : "name";
}

export interface Questions {
  matrix: Asked<"/v1/matrix">;
  diff: Asked<"/v1/diff"> | null;
}

/** Of the two days the earlier is where a comparison comes from. */
export function questionsOf(state: State, names: Names, date: string | undefined, today: string): Questions {
  const stated = circumstances(state);
  const shared = {
    chips: names.chips,
    destinations: names.places,
    hq: state.hq,
    export_from: state.export_from,
    circumstance: stated,
    known_at: state.known_at,
    limit: WHOLE_PAGE,
  };
  const other = state.view_compare;
  const day = date ?? today;
  const [from, to] = other && other < day ? [other, day] : [day, other ?? day];
  return {
    matrix: { query: { ...shared, date } },
    diff: other && other !== day ? { query: { from, to, ...shared } } : null,
  };
}

/** Both at once, so that no comparison is drawn upon the table of another day. */
export function useCompared(questions: Questions | null): Answer<Compared> {
  const key =
    questions &&
    addressOf("/v1/matrix", questions.matrix) + (questions.diff ? addressOf("/v1/diff", questions.diff) : "");
  return useAnswer(key, async (stop) => {
    if (!questions) throw new Error("nothing is asked");
    const [matrix, diff] = await Promise.all([
      get("/v1/matrix", questions.matrix, stop),
      questions.diff ? get("/v1/diff", questions.diff, stop) : null,
    ]);
    return { matrix, diff };
  });
}
