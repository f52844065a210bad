// About the data: what it covers and does not, how current and how doubtful it is, and how to cite it.
import { useMemo } from "preact/hooks";
import { addressOf, getAll } from "../api/client";
import { readiness } from "../api/ready";
import { dataOf, useAnswer, useGet } from "../api/use";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { useUrlState } from "../url";
import { Coverage } from "./about/coverage";
import { Currency } from "./about/currency";
import { Doubts } from "./about/doubts";
import { Circumstances, Cite, Conventions, Differ, Licenses, Programs, Symbols } from "./about/reference";
import { Versions } from "./about/versions";

const PARTS = {
  coverage: "What it covers",
  currency: "How current it is",
  doubts: "Doubts",
  disputes: "Where sources differ",
  versions: "Data versions",
  cite: "How to cite",
  symbols: "Symbols",
  conventions: "Conventions",
  circumstances: "Circumstances",
  licenses: "Licenses",
  programs: "For programs",
};

function Parts() {
  return (
    <nav class="parts" aria-label="Parts of this page">
      <ul>
        {Object.entries(PARTS).map(([id, words]) => (
          <li key={id}>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What else the page tells, beside the API's answer about itself; each part appears when its answer is there. */
function useRest(knownAt: string | undefined) {
  const known = { known_at: knownAt };
  const now = dataOf(useGet("/v1/matrix", { query: { limit: 1, ...known } }));
  const disputed = { fields: "id,question", ...known };
  const disputes = useAnswer(addressOf("/v1/disputes", { query: disputed }), (signal) =>
    getAll("/v1/disputes", disputed, signal),
  );
  const nameOf = useMemo(() => {
    const names = new Map(now?.destinations.map(({ code, name }) => [code, name]));
    return (code: string) => names.get(code) ?? code;
  }, [now]);
  return {
    now,
    nameOf,
    disputes: dataOf(disputes),
    columns: dataOf(useGet("/v1/columns", {})),
    ready: dataOf(useAnswer("/readyz", readiness)),
  };
}

export default function About() {
  useTitle("About the data");
  const url = useUrlState();
  const knownAt = url.state.known_at || undefined;
  const answer = useGet("/v1", { query: { known_at: knownAt } });
  const { now, nameOf, disputes, columns, ready } = useRest(knownAt);
  return (
    <div class="screen about">
      <h1>About the data</h1>
      <Shown answer={answer} what="what the data covers">
        {(service) => (
          <>
            <p class="lead">
              <strong>{service.title}.</strong> {service.summary}
            </p>
            <Parts />
            <Coverage service={service} nameOf={nameOf} knownAt={knownAt} />
            <Currency ready={ready} now={now} knownAt={knownAt} />
            <Doubts service={service} nameOf={nameOf} knownAt={knownAt} />
            <Differ disputes={disputes} knownAt={knownAt} />
            <Versions service={service} url={url} />
            <Cite service={service} nameOf={nameOf} />
            <Symbols />
            <Conventions service={service} columns={columns} />
            <Circumstances service={service} knownAt={knownAt} />
            <Licenses service={service} />
            <Programs service={service} />
          </>
        )}
      </Shown>
    </div>
  );
}
