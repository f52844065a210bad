// All state of a screen is in its address, under the names that the API has for it.

import { useCallback, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";

export type State = Record<string, string>;

/** Everything that may stand in the address of a screen, in the order it is written there. Those whose name is not the API's begin with `view_`. */
const CARRIED = ["chip", "destination", "hq", "export_from", "known_at"];

/** `path` with those of `state` that have a value. */
export function link(path: string, state: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== null && value !== "") query.append(name, value);
  }
  // Commas and colons are read by people and need no escape here.
  const text = query.toString().replace(/%2C/g, ",").replace(/%3A/g, ":");
  return text ? `${path}?${text}` : path;
}

/** The whole address of a view as it is now, with what would else follow the calendar or the data named in it. */
export function permanent(
  path: string,
  state: State,
  pins: Record<string, string | number | null | undefined>,
): string {
  const named = Object.entries(pins).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return location.origin + link(path, { ...state, ...Object.fromEntries(named) });
}

/** What a question shares with the others about the same chip and place. */
export function carried(state: State, ...more: string[]): State {
  const kept = Object.entries(state).filter(
    ([name]) => CARRIED.includes(name) || more.includes(name) || name.startsWith("circumstance."),
  );
  return Object.fromEntries(kept);
}

/** The address of a screen with what was meant in place of what was written, alone, in a list or in the path; null where it holds no such thing. */
export function corrected(
  path: string,
  state: State,
  parameter: string,
  written: unknown,
  meant: unknown,
): string | null {
  const value = state[parameter];
  if (value !== undefined) {
    const parts = value.split(",").map((part) => (part.trim() === written ? String(meant) : part));
    const whole = value === written ? String(meant) : parts.join(",");
    return whole === value ? null : link(path, { ...state, [parameter]: whole });
  }
  const end = `/${encodeURIComponent(String(written))}`;
  if (!path.endsWith(end)) return null;
  return link(`${path.slice(0, -end.length)}/${encodeURIComponent(String(meant))}`, state);
}

/** The circumstances stated in the address, by the whole name of their parameter. */
export function circumstances(state: State): Record<string, string> | undefined {
  const stated = Object.entries(state).filter(
    ([name, value]) => name.startsWith("circumstance.") && value !== "",
  );
  return stated.length > 0 ? Object.fromEntries(stated) : undefined;
}

export interface UrlState {
  path: string;
  state: State;
  /** Changes some of the state, "" and null taking away; `replace` leaves no step in the history, as for a slider that is still moving. */
  change: (changes: Record<string, string | null>, how?: "push" | "replace") => void;
}

export function useUrlState(): UrlState {
  const { path, url, route } = useLocation();
  const state = useMemo(() => Object.fromEntries(new URL(url, location.origin).searchParams), [url]);
  const change = useCallback(
    (changes: Record<string, string | null>, how: "push" | "replace" = "push") => {
      const next = link(path, { ...state, ...changes });
      if (next !== link(path, state)) route(next, how === "replace");
    },
    [path, state, route],
  );
  return { path, state, change };
}
