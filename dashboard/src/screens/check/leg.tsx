// One side of an answer: what one jurisdiction's law says, on which grounds and under which conditions.
import type { ComponentChildren } from "preact";
import type { Schemas } from "../../api/client";
import { statusOf } from "../../law/answer";
import { pageOf, provisionPage } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import type { UrlState } from "../../url";
import { capital, figure, plain, plural, term } from "../../words";
import type { Decision } from "./question";
import { Unfold } from "./unfold";

type Leg = Schemas["Leg"];
type Condition = Schemas["Condition"];
type Exception = Schemas["Exception"];

/** A provision by its number on its ruling's page; the whole id where it stands alone. */
export function Provision({
  id,
  knownAt,
  whole,
}: {
  id: string;
  knownAt?: string | undefined;
  whole?: boolean;
}) {
  const [, number] = id.split("#");
  return (
    <a class="provision-link" href={provisionPage(id, knownAt)} aria-label={`Provision ${id}`}>
      {whole ? id : `#${number ?? id}`}
    </a>
  );
}

/** Rulings with the provisions of each that bear on the answer. */
export function Grounds({
  grounds,
  knownAt,
}: {
  grounds: Schemas["Ground"][];
  knownAt?: string | undefined;
}) {
  return (
    <ul class="grounds">
      {grounds.map((ground) => (
        <li key={ground.id}>
          <a href={pageOf("ruling", ground.id, knownAt)}>{ground.title}</a>{" "}
          {ground.provisions.map((id) => (
            <Provision key={id} id={id} knownAt={knownAt} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Conditions({ conditions, knownAt }: { conditions: Condition[]; knownAt?: string | undefined }) {
  return (
    <ul class="conditions">
      {conditions.map((condition, i) => (
        <li key={i}>
          <strong>
            {term(condition.type)}
            {condition.value !== null && ` (${figure(condition.value)})`}
          </strong>
          : {condition.text} <Provision id={condition.provision} knownAt={knownAt} />
        </li>
      ))}
    </ul>
  );
}

function ExceptionText({ exception, knownAt }: { exception: Exception; knownAt?: string | undefined }) {
  return (
    <div class="exception">
      <p>
        <strong>License Exception {exception.name}</strong>: {exception.text}{" "}
        <a href={pageOf("ruling", exception.id, knownAt)}>{exception.title}</a>{" "}
        <Provision id={exception.provision} knownAt={knownAt} />
      </p>
      {exception.conditions.length > 0 && <Conditions conditions={exception.conditions} knownAt={knownAt} />}
    </div>
  );
}

/** Each possible verdict, where it is not certain which. */
export function CouldBe({ possible }: { possible: readonly string[] }) {
  return (
    <p class="could-be">
      Could be:{" "}
      {possible.map((code) => (
        <span class="possible" key={code}>
          {plain(code)}
        </span>
      ))}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Facts({ leg, knownAt }: { leg: Leg; knownAt?: string | undefined }) {
  const exported = leg.side === "export" ? leg : null;
  return (
    <dl class="facts">
      {leg.policy && <Fact name="Review policy">{capital(plain(leg.policy))}</Fact>}
      {exported && (
        <Fact name="ECCN">
          {exported.eccn ? <span class="eccn">{exported.eccn}</span> : "none recorded that governs"}
          {exported.eccn_uncertain && " · a fact that is not known or not stated could make it another"}
        </Fact>
      )}
      <Fact name="Because">
        {leg.because.length > 0 ? <Grounds grounds={leg.because} knownAt={knownAt} /> : groundless(leg)}
      </Fact>
    </dl>
  );
}

/** Why there is no ruling to name. */
function groundless(leg: Leg): string {
  if (leg.side === "export" && leg.domestic)
    return "Nothing is exported to this law: both ends lie in the jurisdiction.";
  if (leg.possible.length > 1) return "It is not certain which rulings decide.";
  return "No ruling in force recorded here covers it. That is no permission.";
}

function Notes({ notes, url }: { notes: Schemas["Note"][]; url: UrlState }) {
  return (
    <Unfold
      url={url}
      name="view_notes"
      title={`${plural(notes.length, "note")} that never ${notes.length === 1 ? "decides" : "decide"}`}
    >
      <ul class="notes">
        {notes.map((note) => (
          <li key={note.provision}>
            <span class="note-effect">{capital(plain(note.effect))}</span>: {note.text}{" "}
            <a href={provisionPage(note.provision, url.state.known_at)}>{note.title}</a>
            {note.cite && <span class="small"> · {note.cite}</span>}
          </li>
        ))}
      </ul>
    </Unfold>
  );
}

function nameOf(leg: Leg, decision: Decision): string {
  const { destination, export_from } = decision.matched;
  const place = [export_from, destination].find((match) => match.id === leg.jurisdiction);
  return place ? `${place.name} (${leg.jurisdiction})` : leg.jurisdiction;
}

export function LegPanel({ leg, decision, url }: { leg: Leg; decision: Decision; url: UrlState }) {
  const knownAt = url.state.known_at;
  const others = leg.side === "export" ? leg.other_exceptions : [];
  return (
    <section class={`panel leg leg-${leg.side}`}>
      <h3>
        {leg.side === "export" ? "Export" : "Import"} · law of {nameOf(leg, decision)}
      </h3>
      <p class="leg-status">
        <Badge code={statusOf(leg)} />
      </p>
      {leg.possible.length > 1 && <CouldBe possible={leg.possible} />}
      {leg.side === "export" && leg.exception && (
        <ExceptionText exception={leg.exception} knownAt={knownAt} />
      )}
      <Facts leg={leg} knownAt={knownAt} />
      {leg.conditions.length > 0 && (
        <>
          <h4>Conditions</h4>
          <Conditions conditions={leg.conditions} knownAt={knownAt} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h4>Other exceptions, with further conditions</h4>
          {others.map((exception) => (
            <ExceptionText key={exception.provision} exception={exception} knownAt={knownAt} />
          ))}
        </>
      )}
      {leg.notes && leg.notes.length > 0 && <Notes notes={leg.notes} url={url} />}
    </section>
  );
}
