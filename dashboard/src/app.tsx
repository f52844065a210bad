// The frame around every screen, and which screen is at which address.
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { ApiError } from "./api/client";
import { onReach } from "./api/reach";
import { arrive } from "./shell/arrival";
import { Footer, Header } from "./shell/header";
import { StaleBanner } from "./ui/banner";
import { Unreached } from "./ui/reach";
import { Fault } from "./ui/states";
import { useTitle } from "./ui/title";
import { useUrlState } from "./url";

// What is not the page's own is the server's: /v1, /openapi.json and the rest leave the page.
const OWN = /^\/(?!v1(?:[/?]|$)|openapi\.json|problems|healthz|readyz|metrics|assets\/)/;

/** What the address names; most screens are alone at theirs and take nothing. */
interface Named {
  id: string;
}
type Load = () => Promise<{ default: ComponentType<Named> }>;

/** A screen whose file did not come is asked for again whenever one goes there, and once the server is back. */
function Again({ load, ...named }: Named & { load: Load }) {
  const [screen, setScreen] = useState<{ is: ComponentType<Named> } | null>(null);
  useEffect(() => {
    const ask = () => load().then(({ default: is }) => setScreen({ is }), noScreen);
    ask();
    return onReach((reached) => reached && ask());
  }, [load]);
  return screen ? <screen.is {...named} /> : <Broken />;
}

function noScreen() {}

// Without its catch the router would leave the screen before standing under the new address.
const screen = (load: Load) =>
  lazy(() => load().catch(() => ({ default: (named: Named) => <Again {...named} load={load} /> })));

// Each screen is a file of its own, loaded when it is first asked for.
const Home = screen(() => import("./screens/home"));
const Check = screen(() => import("./screens/check"));
const Timeline = screen(() => import("./screens/timeline"));
const Lines = screen(() => import("./screens/lines"));
const Matrix = screen(() => import("./screens/matrix"));
const Diff = screen(() => import("./screens/diff"));
const Changes = screen(() => import("./screens/changes"));
const Search = screen(() => import("./screens/search"));
const About = screen(() => import("./screens/about"));
const Chips = screen(() => import("./screens/chips"));
const Chip = screen(() => import("./screens/chip"));
const Rulings = screen(() => import("./screens/rulings"));
const Ruling = screen(() => import("./screens/ruling"));
const Events = screen(() => import("./screens/events"));
const Event = screen(() => import("./screens/event"));
const Disputes = screen(() => import("./screens/disputes"));
const Dispute = screen(() => import("./screens/dispute"));
const Destinations = screen(() => import("./screens/destinations"));
const Destination = screen(() => import("./screens/destination"));

function NotFound() {
  const { path } = useUrlState();
  useTitle("Nothing here");
  return (
    <div class="screen">
      <h1>Nothing here</h1>
      <Fault
        error={
          new ApiError(null, `There is no page at ${path}. The links above and below are all there are.`)
        }
      />
    </div>
  );
}

/** Where the code of a screen or its drawing failed: a new deployment took the old files away, or a fault of ours. */
function Broken() {
  useTitle("Not loaded");
  return (
    <div class="screen">
      <h1>This screen did not load</h1>
      <p>A part of the page could not be fetched or drawn. It may have been replaced by a newer one.</p>
      <p>
        <button type="button" class="primary" onClick={() => location.reload()}>
          Load the page again
        </button>
      </p>
    </div>
  );
}

function Screens() {
  const { path } = useUrlState();
  const [broken, setBroken] = useState<string | null>(null);
  const leave = useRef<() => void>(() => {});
  const begin = () => {
    const main = document.getElementById("main");
    leave.current();
    if (main) leave.current = arrive(main, document.activeElement);
  };
  // The first screen is begun by the browser itself, unless its address names a place in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the beginning.
  useEffect(() => {
    if (location.hash) begin();
    return () => leave.current();
  }, []);
  if (broken === path) return <Broken />;
  return (
    <ErrorBoundary
      onError={(error) => {
        console.error(error);
        setBroken(path);
      }}
    >
      <Router onRouteChange={begin}>
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
    </ErrorBoundary>
  );
}

export function App() {
  return (
    <LocationProvider scope={OWN}>
      <a class="skip" href="#main">
        Skip to the answer
      </a>
      <Header />
      <Unreached />
      <StaleBanner />
      <main id="main" tabIndex={-1}>
        <Screens />
      </main>
      <Footer />
    </LocationProvider>
  );
}
