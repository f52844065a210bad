// What an answer leaves open or takes for granted: what could change it, what is not in force, what is doubtful, and how current it is.
import type { Schemas } from "../../api/client";
import { spoken } from "../../dates";
import { pageOf } from "../../ui/titled";
import { link, type UrlState } from "../../url";
import { capital, plural, term } from "../../words";
import { CircumstanceField, useCircumstances } from "./form";
import { Grounds, Provision } from "./leg";
import type { Decision } from "./question";

interface Part {
  decision: Decision;
  url: UrlState;
}

/** A circumstance can be stated here; of the recipient's headquarters the field above is brought into view. */
function Caveat({ field, url }: { field: string; url: UrlState }) {
  const circumstance = useCircumstances().find((known) => known.field === field);
  if (circumstance) return <CircumstanceField url={url} circumstance={circumstance} />;
  if (field !== "hq") return <p class="caveat-name">{term(field)}</p>;
  const there = () => document.querySelector<HTMLInputElement>(".hq-field input")?.focus();
  return (
    <div class="field">
      <span class="field-label">Recipient's headquarters</span>
      <button type="button" onClick={there}>
        State them
      </button>
    </div>
  );
}

export function Caveats({ decision, url }: Part) {
  const caveats = decision.caveats ?? [];
  if (caveats.length === 0) return null;
  return (
    <section class="panel caveats">
      <h3>Not stated, and could change this</h3>
      <div class="fields-grid">
        {caveats.map((field) => (
          <Caveat key={field} field={field} url={url} />
        ))}
      </div>
    </section>
  );
}

/** Facts that are not known, with the provisions that turn on each. */
export function Missing({ decision, url }: Part) {
  const { missing, matched } = decision;
  if (missing.length === 0) return null;
  return (
    <section class="panel missing">
      <h3>Not known, and would settle it</h3>
      <ul>
        {missing.map((fact) => (
          <li key={fact.field}>
            <strong>{term(fact.field)}</strong>: {plural(fact.provisions.length, "provision")}{" "}
            {fact.provisions.length === 1 ? "turns" : "turn"} on it:{" "}
            {fact.provisions.map((id, i) => (
              <span key={id}>
                {i > 0 && ", "}
                <Provision id={id} knownAt={url.state.known_at} whole />
              </span>
            ))}
          </li>
        ))}
      </ul>
      {matched.chip && (
        <p>
          <a href={pageOf("chip", matched.chip.id, url.state.known_at)}>Suppose a value on the chip's page</a>{" "}
          and see the hypothetical answer.
        </p>
      )}
    </section>
  );
}

export function Pending({ decision, url }: Part) {
  const knownAt = url.state.known_at;
  const { pending, suspended } = decision;
  if (pending.length + suspended.length === 0) return null;
  return (
    <section class="panel not-in-force">
      <h3>Not in force on that day</h3>
      {pending.length > 0 && (
        <ul class="grounds">
          {pending.map((ruling) => (
            <li key={ruling.id}>
              <span class="standing">{capital(ruling.standing)}</span>{" "}
              <a href={pageOf("ruling", ruling.id, knownAt)}>{ruling.title}</a>{" "}
              {ruling.provisions.map((id) => (
                <Provision key={id} id={id} knownAt={knownAt} />
              ))}
            </li>
          ))}
        </ul>
      )}
      {suspended.length > 0 && (
        <>
          <p>
            <span class="standing">Suspended</span> In print, and would bear on this but for a suspension:
          </p>
          <Grounds grounds={suspended} knownAt={knownAt} />
        </>
      )}
      <p class="small">None of these counts in the answer.</p>
    </section>
  );
}

function Lapsed({ lapsed, knownAt }: { lapsed: Schemas["LapsedRuling"][]; knownAt: string | undefined }) {
  if (lapsed.length === 0) return null;
  return (
    <div class="doubt">
      <p>
        Ended, or its suspension ended, by the calendar alone after it was last checked; counted accordingly,
        and not verified since:
      </p>
      <ul class="grounds">
        {lapsed.map((ruling) => (
          <li key={ruling.id}>
            <a href={pageOf("ruling", ruling.id, knownAt)}>{ruling.title}</a>{" "}
            {ruling.provisions.map((id) => (
              <Provision key={id} id={id} knownAt={knownAt} />
            ))}{" "}
            <span class="small">checked through {spoken(ruling.verified_through)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One line on how fresh the answer is, for beside it. */
export function Currency({ decision }: { decision: Decision }) {
  const { currency, before_coverage } = decision;
  const through = currency.verified_through;
  return (
    <p class="currency">
      Data version {currency.data_version} ·{" "}
      {through
        ? `all rulings checked through ${spoken(through)}`
        : "no day is recorded to which rulings were checked"}
      {currency.projected && (
        <span class="caution">
          The day lies after that: the answer is projected from what was known then.
        </span>
      )}
      {currency.lapsed_unverified.length > 0 && (
        <span class="caution">
          {plural(currency.lapsed_unverified.length, "ruling")} lapsed by the calendar, not verified since.
        </span>
      )}
      {before_coverage && <span class="caution">The day lies before the data set begins.</span>}
    </p>
  );
}

export function Doubts({ decision, url }: Part) {
  const { doubts, assumptions, currency } = decision;
  return (
    <section class="panel leans">
      <h3>On what ground</h3>
      <Lapsed lapsed={currency.lapsed_unverified} knownAt={url.state.known_at} />
      {doubts.length > 0 && (
        <>
          <h4>Known doubts of the data</h4>
          {doubts.map((doubt) => (
            <p class="doubt" key={doubt.id}>
              {doubt.text}
            </p>
          ))}
        </>
      )}
      {assumptions.length > 0 && (
        <>
          <h4>Taken for granted</h4>
          <ul>
            {assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p class="small">
        {decision.notice} <a href={link("/about", { known_at: url.state.known_at })}>What the data covers</a>
      </p>
    </section>
  );
}
