// The frame around every screen, and which screen is at which address.
import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { ApiError } from "./api/client";
import { arrive } from "./shell/arrival";
import { Footer, Header } from "./shell/header";
import { StaleBanner } from "./ui/banner";
import { Unreached } from "./ui/reach";
import { Fault } from "./ui/states";
import { useTitle } from "./ui/title";
import { useUrlState } from "./url";

// What is not the page's own is the server's: /v1, /openapi.json and the rest leave the page.
const OWN = /^\/(?!v1(?:[/?]|$)|openapi\.json|problems|healthz|readyz|metrics|assets\/)/;

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
