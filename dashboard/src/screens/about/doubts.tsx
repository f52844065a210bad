// What is doubtful in the data, what it is about, and an answer that shows it.
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { ApiError, ask, get, getAll, type Schemas } from "../../api/client";
import { today } from "../../dates";
import { Panel } from "../../ui/panel";
import { pageOf } from "../../ui/titled";
import { link } from "../../url";
import { plain } from "../../words";
import { candidates, type Doubt, dayOfDoubt, groupOf } from "./doubt";

const TRIED = 100;

interface DoubtsProps {
  service: Schemas["Service"];
  nameOf: (code: string) => string;
  knownAt: string | undefined;
}

/** All that the doubt names or, where it names none, all there are. */
async function chipsOf({ about }: Doubt, known: { known_at?: string }): Promise<string[]> {
  if (about.chips.length > 0) return about.chips;
  const list = await getAll("/v1/chips", { fields: "id", ...known });
  return list.items.flatMap(({ id }) => id ?? []);
}

/** The matrix knows who is in a group on the day. */
async function placesOf({ about }: Doubt, date: string, known: { known_at?: string }): Promise<string[]> {
  const query = {
    date,
    limit: 1,
    ...known,
    ...(about.destinations.length > 0 && { destinations: about.destinations }),
  };
  const matrix = await get("/v1/matrix", { query });
  const codes = matrix.destinations.map(({ code }) => code);
  // Those that the doubt names itself are better examples than members of a group.
  const named = codes.filter((code) => about.destinations.includes(code));
  return [...named, ...codes.filter((code) => !named.includes(code))];
}

/** The address of an answer that shows the doubt; null when none of those tried does. */
async function answerWith(doubt: Doubt, knownAt: string | undefined): Promise<string | null> {
  const known = knownAt ? { known_at: knownAt } : {};
  const date = dayOfDoubt(doubt.about, today());
  const [chips, places] = await Promise.all([chipsOf(doubt, known), placesOf(doubt, date, known)]);
  const hq = doubt.about.headquartered_in.find((token) => groupOf(token) === null);
  const queries = candidates(chips, places, { date, ...(hq && { hq }) }, TRIED);
  const { items } = await ask({ queries, ...known });
  const found = items.find((item) => item.decision?.doubts.some(({ id }) => id === doubt.id));
  const query = found && queries[found.index];
  if (!query) return null;
  const { chip, destination } = query as { chip: string; destination: string };
  return link("/eligibility", { chip, destination, hq, date, known_at: knownAt });
}

function ShowIt({ doubt, knownAt }: { doubt: Doubt; knownAt: string | undefined }) {
  const { route } = useLocation();
  const [said, say] = useState("");
  const find = async () => {
    say("Asking …");
    try {
      const found = await answerWith(doubt, knownAt);
      if (found) route(found);
      else say(`None of ${TRIED} answers tried shows it.`);
    } catch (cause) {
      say(cause instanceof ApiError ? cause.message : String(cause));
    }
  };
  return (
    <>
      <button
        type="button"
        class="tool"
        onClick={find}
        aria-label={`An answer that shows it: ${plain(doubt.id)}`}
      >
        An answer that shows it
      </button>{" "}
      <span role="status" class="small">
        {said}
      </span>
    </>
  );
}

interface Subject {
  href: string;
  text: string;
}

function Subjects({ label, subjects }: { label: string; subjects: Subject[] }) {
  if (subjects.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {subjects.map(({ href, text }, i) => (
          <span key={href}>
            {i > 0 && ", "}
            <a href={href}>{text}</a>
          </span>
        ))}
      </dd>
    </>
  );
}

function About({ about, nameOf, knownAt }: Pick<Doubt, "about"> & Omit<DoubtsProps, "service">) {
  const { chips, rulings, destinations, except, headquartered_in, from, until } = about;
  const page = (kind: string) => (id: string) => ({ href: pageOf(kind, id, knownAt), text: id });
  const place = (token: string) => {
    const group = groupOf(token);
    return group
      ? { href: pageOf("group", group, knownAt), text: `group ${group}` }
      : { href: pageOf("destination", token, knownAt), text: nameOf(token) };
  };
  return (
    <dl class="facts small">
      <Subjects label="Rulings" subjects={rulings.map(page("ruling"))} />
      <Subjects label="Chips" subjects={chips.map(page("chip"))} />
      <Subjects label="Destinations" subjects={destinations.map(place)} />
      <Subjects label="But not" subjects={except.map(place)} />
      <Subjects label="Headquarters" subjects={headquartered_in.map(place)} />
      {(from || until) && (
        <>
          <dt>Answers for days</dt>
          <dd>
            {from && `from ${from}`} {until && `before ${until}`}
          </dd>
        </>
      )}
    </dl>
  );
}

export function Doubts({ service, nameOf, knownAt }: DoubtsProps) {
  return (
    <Panel
      title={`Doubts (${service.doubts.length})`}
      id="doubts"
      address={link("/v1", { known_at: knownAt })}
    >
      <p>What the authors of the data know to be unsettled. An answer that touches one of these shows it.</p>
      <ul class="doubts">
        {service.doubts.map((doubt) => (
          <li key={doubt.id} id={`doubt-${doubt.id}`} class="doubt">
            <p>{doubt.text}</p>
            <About about={doubt.about} nameOf={nameOf} knownAt={knownAt} />
            <ShowIt doubt={doubt} knownAt={knownAt} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
