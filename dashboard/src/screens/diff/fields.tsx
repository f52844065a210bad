// What is compared with what, and what counts.
import type { Document } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { addDays, today } from "../../dates";
import { DayField, KnownAtField, PlaceField } from "../../ui/fields";
import { link, type UrlState } from "../../url";
import { ASPECT_WORDS, ASPECTS, aspectsAsked, countedAspects, nextVisit, shortcuts } from "./ask";
import { Picks } from "./picks";

type Diff = Document<"/v1/diff">;

/** Which of the two clocks is moved: the law's, the data's, or both. */
function Modes({ url, version }: { url: UrlState; version: number }) {
  const { state } = url;
  const from = state.from || addDays(state.to || today(), -365);
  const known = state.known_from || String(Math.max(version - 1, 1));
  const modes = [
    { words: "Two days", changes: { from, known_from: "" } },
    { words: "Two states of knowledge", changes: { from: "", known_from: known } },
    { words: "Both", changes: { from, known_from: known } },
  ];
  const current = state.from && state.known_from ? 2 : state.known_from ? 1 : 0;
  return (
    <nav class="modes" aria-label="What is compared">
      <ul>
        {modes.map(({ words, changes }, i) => (
          <li key={words}>
            <a
              href={link("/diff", { ...state, ...changes })}
              aria-current={i === current ? "true" : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Clocks({ url }: { url: UrlState }) {
  const { state } = url;
  const knowledge = Boolean(state.known_from);
  return (
    <div class="fields">
      {(state.from || !knowledge) && <DayField label="From the day" name="from" url={url} />}
      <DayField label={state.from || !knowledge ? "To the day" : "On the day"} name="to" url={url} />
      {knowledge && <KnownAtField url={url} name="known_from" label="From what was known at" />}
      <KnownAtField url={url} label={knowledge ? "To what was known at" : "As known at"} />
    </div>
  );
}

function Aspects({ url }: { url: UrlState }) {
  const counted = countedAspects(url.state);
  return (
    <fieldset class="aspects">
      <legend>What counts as a change</legend>
      {ASPECTS.map((aspect) => (
        <label key={aspect}>
          <input
            type="checkbox"
            checked={counted.includes(aspect)}
            disabled={counted.length === 1 && counted.includes(aspect)}
            onChange={(event) => {
              const others = counted.filter((other) => other !== aspect);
              const chosen = event.currentTarget.checked ? [...others, aspect] : others;
              url.change({ changed: aspectsAsked(chosen) });
            }}
          />{" "}
          {ASPECT_WORDS[aspect]}
        </label>
      ))}
    </fieldset>
  );
}

function Stated({ url }: { url: UrlState }) {
  const stated = Object.entries(url.state).filter(([name]) => name.startsWith("circumstance."));
  return (
    <details open={Boolean(url.state.hq || url.state.export_from || stated.length > 0)}>
      <summary>Headquarters, place of export, circumstances</summary>
      <div class="fields">
        <PlaceField url={url} parameter="hq" label="Recipient's headquarters" placeholder="not stated" />
        <PlaceField url={url} parameter="export_from" label="Shipped from" placeholder="the United States" />
        {stated.map(([name, value]) => (
          <button type="button" key={name} onClick={() => url.change({ [name]: null })}>
            {name.replace("circumstance.", "")} = {value} <span aria-hidden="true">✕</span>
            <span class="heard">, take away</span>
          </button>
        ))}
      </div>
    </details>
  );
}

/** The pair that the reader looked at elsewhere, offered and not imposed. */
function OnlyThis({ url }: { url: UrlState }) {
  const { chip, destination, chips, destinations } = url.state;
  if ((!chip && !destination) || chips || destinations) return null;
  const href = link("/diff", { ...url.state, chips: chip, destinations: destination });
  return (
    <p class="small">
      You come from {[chip, destination].filter(Boolean).join(" to ")}: <a href={href}>compare only that</a>.
    </p>
  );
}

function Ready({ url }: { url: UrlState }) {
  const service = dataOf(useGet("/v1", {}));
  if (!service) return null;
  return (
    <>
      <ul class="shortcuts" aria-label="Ready questions">
        {shortcuts(url.state, service, today()).map(({ words, href }) => (
          <li key={words}>
            <a class="tool" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <p class="small">
        For your next visit, bookmark{" "}
        <a href={nextVisit(url.state, service, today())}>what changed since {today()}</a>: opened later, it
        shows what changed after today, in the law and in what this data set recorded of it.
      </p>
    </>
  );
}

export function Fields({ url, diff }: { url: UrlState; diff: Diff | undefined }) {
  const service = dataOf(useGet("/v1", {}));
  return (
    <div class="ask">
      <Modes url={url} version={service?.data_version ?? 1} />
      <Clocks url={url} />
      <div class="fields">
        <Picks url={url} parameter="chips" label="Chips" matched={diff?.matched.chips ?? []} />
        <Picks
          url={url}
          parameter="destinations"
          label="Destinations"
          matched={diff?.matched.destinations ?? []}
        />
      </div>
      <Aspects url={url} />
      <Stated url={url} />
      <OnlyThis url={url} />
      <Ready url={url} />
    </div>
  );
}
