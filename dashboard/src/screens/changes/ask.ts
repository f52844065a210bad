// What the address of the feed asks of the API, and its answer by revision.
import type { Query, Schemas } from "../../api/client";
import { link, type State } from "../../url";

export type Change = Schemas["ChangeFields"];

const FILTER = /^(seq|recorded_at|actor|kind|id|op|changed)(\.[a-z]+)?$/;

export function changesQuery(state: State): Query<"/v1/changes"> {
  const filter = Object.fromEntries(
    Object.entries(state).filter(([name, value]) => FILTER.test(name) && value !== ""),
  );
  return {
    sort: state.sort || "-seq",
    ...(state.known_at && { known_at: state.known_at }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

export interface Revision {
  seq: number;
  recorded_at: string;
  actor: string;
  note: string;
  changes: Change[];
}

/** Changes of one revision that follow each other, under it. */
export function revisionsOf(changes: readonly Change[]): Revision[] {
  const revisions: Revision[] = [];
  for (const change of changes) {
    const { seq = 0, recorded_at = "", actor = "", note = "" } = change;
    const last = revisions.at(-1);
    if (last?.seq === seq) last.changes.push(change);
    else revisions.push({ seq, recorded_at, actor, note, changes: [change] });
  }
  return revisions;
}

const PAGES: Record<string, (id: string) => string> = {
  dataset: () => "/about",
  group: (id) => `/destinations/${encodeURIComponent(id)}`,
};

/** The page of a document here, as known at a data version; null for the latest. */
export function documentPage(kind: string, id: string, knownAt: number | null): string {
  const page = PAGES[kind]?.(id) ?? `/${kind}s/${encodeURIComponent(id)}`;
  return link(page, { known_at: knownAt === null ? undefined : String(knownAt) });
}

/** The version of which a change's own `url` speaks: that of the revision, or of the one before for what was deleted. */
export function versionLeft(change: Change): number | null {
  const known = /[?&]known_at=(\d+)/.exec(change.url ?? "")?.[1];
  return known === undefined ? null : Number(known);
}
