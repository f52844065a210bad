// The frame around every screen: where one is, what else there is, and how fresh the data is.

import { useEffect } from "preact/hooks";
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { ApiError } from "./api/client";
import { StaleBanner } from "./ui/banner";
import { Fault } from "./ui/states";
import { ThemeSwitch } from "./ui/theme";
import { carried, link, type State, useUrlState } from "./url";

// What is not the page's own is the server's: /v1, /openapi.json and the rest leave the page.
const OWN = /^\/(?!v1(?:[/?]|$)|openapi\.json|problems|healthz|readyz|metrics|assets\/)/;

interface Screen {
  path: string;
  name: string;
  /** What of the address goes along when one changes over to it, beside chip and place. */
  takes?: string[];
  /** Shows several chips at once; to the others goes the first. */
  several?: boolean;
}

const SCREENS: Screen[] = [
  { path: "/eligibility", name: "Check", takes: ["date"] },
  { path: "/history", name: "Timeline", several: true },
  { path: "/lines", name: "Lines", takes: ["date"] },
  { path: "/matrix", name: "Matrix", takes: ["date"] },
  { path: "/diff", name: "What changed" },
  { path: "/chips", name: "Chips" },
  { path: "/rulings", name: "Rulings" },
  { path: "/events", name: "Events" },
  { path: "/about", name: "About the data" },
];

// Each screen is a file of its own, loaded when it is first asked for.
const Home = lazy(() => import("./screens/home"));
const Check = lazy(() => import("./screens/check"));
const Timeline = lazy(() => import("./screens/timeline"));
const Lines = lazy(() => import("./screens/lines"));
const Matrix = lazy(() => import("./screens/matrix"));
const Diff = lazy(() => import("./screens/diff"));
const Changes = lazy(() => import("./screens/changes"));
const Search = lazy(() => import("./screens/search"));
const About = lazy(() => import("./screens/about"));
const Chips = lazy(() => import("./screens/chips"));
const Chip = lazy(() => import("./screens/chip"));
const Rulings = lazy(() => import("./screens/rulings"));
const Ruling = lazy(() => import("./screens/ruling"));
const Events = lazy(() => import("./screens/events"));
const Event = lazy(() => import("./screens/event"));
const Disputes = lazy(() => import("./screens/disputes"));
const Dispute = lazy(() => import("./screens/dispute"));
const Destinations = lazy(() => import("./screens/destinations"));
const Destination = lazy(() => import("./screens/destination"));

function leadingTo(screen: Screen, state: State): string {
  const kept = carried(state, ...(screen.takes ?? []));
  const chip = screen.several ? kept.chip : kept.chip?.split(",")[0];
  return link(screen.path, { ...kept, chip });
}

function Nav() {
  const { path, state } = useUrlState();
  return (
    <nav aria-label="Screens">
      <ul>
        {SCREENS.map((screen) => (
          <li key={screen.path}>
            <a
              href={leadingTo(screen, state)}
              aria-current={path === screen.path || path.startsWith(`${screen.path}/`) ? "page" : undefined}
            >
              {screen.name}
            </a>
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
        placeholder="Search"
        maxLength={120}
        key={path}
        defaultValue={path === "/search" ? (state.q ?? "") : ""}
      />
      <button type="submit">Search</button>
    </form>
  );
}

function NotFound() {
  const { path } = useUrlState();
  return (
    <div class="screen">
      <h1>Nothing here</h1>
      <Fault
        error={new ApiError(null, `There is no page at ${path}. The screens above are all there are.`)}
      />
    </div>
  );
}

/** A new screen begins at its top, or at the place that its address names. */
function arrived() {
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place) place.scrollIntoView();
  else scrollTo(0, 0);
}

function Screens() {
  const { path } = useUrlState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what brings one to the top.
  useEffect(arrived, [path]);
  return (
    <Router>
      <Route path="/" component={Home} />
      <Route path="/eligibility" component={Check} />
      <Route path="/history" component={Timeline} />
      <Route path="/lines" component={Lines} />
      <Route path="/matrix" component={Matrix} />
      <Route path="/diff" component={Diff} />
      <Route path="/changes" component={Changes} />
      <Route path="/search" component={Search} />
      <Route path="/about" component={About} />
      <Route path="/chips" component={Chips} />
      <Route path="/chips/:id" component={Chip} />
      <Route path="/rulings" component={Rulings} />
      <Route path="/rulings/:id" component={Ruling} />
      <Route path="/events" component={Events} />
      <Route path="/events/:id" component={Event} />
      <Route path="/disputes" component={Disputes} />
      <Route path="/disputes/:id" component={Dispute} />
      <Route path="/destinations" component={Destinations} />
      <Route path="/destinations/:id" component={Destination} />
      <Route default component={NotFound} />
    </Router>
  );
}

export function App() {
  return (
    <LocationProvider scope={OWN}>
      <a class="skip" href="#main">
        Skip to the answer
      </a>
      <header class="top">
        <a class="wordmark" href="/">
          navicert
        </a>
        <Nav />
        <SearchBox />
        <ThemeSwitch />
      </header>
      <StaleBanner />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary>
          <Screens />
        </ErrorBoundary>
      </main>
      <footer class="foot">
        <p>
          Research data, not legal advice. Every answer is as recorded by this data set.{" "}
          <a href="/about">About the data</a> · <a href="/v1">API</a> · <a href="/openapi.json">Contract</a>
        </p>
      </footer>
    </LocationProvider>
  );
}
