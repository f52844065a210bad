// The head of every screen: where one is, what else there is, the search, and light or dark.
import { useLocation } from "preact-iso/router";
import { API_ORIGIN } from "../api/client";
import { Printed } from "../ui/printed";
import { ThemeSwitch } from "../ui/theme";
import { carried, link, type State, useUrlState } from "../url";

interface Place {
  path: string;
  name: string;
  /** What of the address goes along when one changes over to it, beside chip and place. */
  takes?: string[];
  /** Shows several chips at once; to the others goes the first. */
  several?: boolean;
}

const QUESTIONS: Place[] = [
  { path: "/eligibility", name: "Check", takes: ["date"] },
  { path: "/history", name: "Timeline", several: true },
  { path: "/lines", name: "Lines", takes: ["date"] },
  { path: "/matrix", name: "Matrix", takes: ["date"] },
  { path: "/diff", name: "What changed" },
];
const RECORDS: Place[] = [
  { path: "/chips", name: "Chips" },
  { path: "/rulings", name: "Rulings" },
  { path: "/events", name: "Events" },
];
const ABOUT: Place = { path: "/about", name: "About the data" };
const MORE: Place[] = [
  { path: "/destinations", name: "Destinations" },
  { path: "/disputes", name: "Disputes" },
  { path: "/changes", name: "Change log" },
];

function leadingTo(place: Place, state: State): string {
  const kept = carried(state, ...(place.takes ?? []));
  const chip = place.several ? kept.chip : kept.chip?.split(",")[0];
  return link(place.path, { ...kept, chip });
}

function PlaceLink({ place, path, state }: { place: Place; path: string; state: State }) {
  const here = path === place.path || path.startsWith(`${place.path}/`);
  return (
    <a href={leadingTo(place, state)} aria-current={here ? "page" : undefined}>
      {place.name}
    </a>
  );
}

function Places({ places, label, name }: { places: Place[]; label: string; name: string }) {
  const { path, state } = useUrlState();
  return (
    <nav aria-label={label} class={name}>
      <ul>
        {places.map((place) => (
          <li key={place.path}>
            <PlaceLink place={place} path={path} state={state} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SearchBox() {
  const { path, state } = useUrlState();
  const { route } = useLocation();
  return (
    <form
      class="search"
      role="search"
      action="/search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get("q");
        if (typeof q === "string" && q.trim())
          route(link("/search", { q: q.trim(), known_at: state.known_at }));
      }}
    >
      <input
        type="search"
        name="q"
        aria-label="Search chips, rulings, events, places and disputes"
        placeholder="Search all records"
        maxLength={200}
        key={path === "/search" ? state.q : path}
        defaultValue={path === "/search" ? (state.q ?? "") : ""}
      />
      <button type="submit" aria-label="Search">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0ZM10 10l4 4" />
        </svg>
      </button>
    </form>
  );
}

/** A paper with its seal, as the navicerts of the blockades were. */
function Wordmark() {
  return (
    <a class="wordmark" href="/" aria-label="navicert, home">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path class="wordmark-paper" d="M3 1.5h10.5L17 5v13.5H3z" />
        <path class="wordmark-line" d="M6 6.5h6M6 9.5h8" />
        <circle class="wordmark-seal" cx="12.5" cy="14" r="2.5" />
      </svg>
      navicert
    </a>
  );
}

export function Header() {
  return (
    <header class="top">
      <div class="top-row">
        <Wordmark />
        <Places places={[...QUESTIONS, ...RECORDS, ABOUT]} label="Screens" name="top-nav" />
        <div class="top-tools">
          <SearchBox />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

export function Footer() {
  return (
    <footer class="foot">
      <div class="foot-row">
        <p>Research data, not legal advice. Every answer is as recorded by this data set.</p>
        <Places places={[...RECORDS, ...MORE, ABOUT]} label="All records" name="foot-nav" />
        <ul class="foot-links">
          <li>
            <a href={`${API_ORIGIN}/v1`}>API</a>
          </li>
          <li>
            <a href={`${API_ORIGIN}/openapi.json`}>Contract of the API</a>
          </li>
        </ul>
      </div>
      <Printed />
    </footer>
  );
}
