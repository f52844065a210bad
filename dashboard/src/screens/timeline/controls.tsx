// What is asked: chips, a place, and the time that is looked at.
import { dataOf, useGet } from "../../api/use";
import { type Day, today } from "../../dates";
import { Combo } from "../../ui/combo";
import { DayField, KnownAtField, PlaceField } from "../../ui/fields";
import { link, type UrlState } from "../../url";
import { chipsOf, MOST_CHIPS } from "./data";
import { chipAsked, chipName, type History } from "./model";
import { moved, yearsOf, zoomed } from "./window";

function Chips({ url, names }: { url: UrlState; names: Map<string, string> }) {
  const chips = chipsOf(url.state);
  const put = (list: string[]) => url.change({ chip: list.join(",") });
  return (
    <>
      {chips.length > 0 && (
        <div class="field">
          <span class="field-label">{chips.length === 1 ? "Chip" : "Chips"}</span>
          <ul class="chosen">
            {chips.map((chip) => (
              <li key={chip}>
                {names.get(chip) ?? chip}
                <button
                  type="button"
                  aria-label={`Take away ${names.get(chip) ?? chip}`}
                  onClick={() => put(chips.filter((other) => other !== chip))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {chips.length < MOST_CHIPS && (
        <Combo
          key={chips.join()}
          label={chips.length === 0 ? "Chip" : "Compare with another chip"}
          kind="chip"
          required={chips.length === 0}
          placeholder="H20, MI300X, Ascend …"
          value=""
          knownAt={url.state.known_at}
          onChoose={(chip) => chip && put([...chips, chip])}
        />
      )}
    </>
  );
}

function More({ url, histories }: { url: UrlState; histories: History[] }) {
  const { hq, export_from, known_at } = url.state;
  const matched = histories[0]?.matched;
  return (
    <details class="more-fields" open={Boolean(hq || export_from || known_at)}>
      <summary>Headquarters, shipped from, state of knowledge</summary>
      <div class="fields">
        <PlaceField
          url={url}
          parameter="hq"
          label="Recipient's headquarters"
          placeholder="not stated"
          name={matched?.hq?.name}
        />
        <PlaceField
          url={url}
          parameter="export_from"
          label="Shipped from"
          placeholder="US"
          name={url.state.export_from ? matched?.export_from?.name : undefined}
        />
        <KnownAtField url={url} />
      </div>
    </details>
  );
}

export function Question({ url, histories }: { url: UrlState; histories: History[] }) {
  const names = new Map(histories.map((history) => [chipAsked(history), chipName(history)]));
  return (
    <>
      <div class="fields">
        <Chips url={url} names={names} />
        <PlaceField
          url={url}
          parameter="destination"
          label="Destination"
          name={histories[0]?.matched.destination.name}
        />
      </div>
      <More url={url} histories={histories} />
    </>
  );
}

/** The time that is looked at: by field, by year, by step. All are in the address. */
export function TimeWindow({ url, domain }: { url: UrlState; domain: [Day, Day] }) {
  const coverage = dataOf(useGet("/v1", {}))?.coverage;
  const first = coverage?.first_date ?? domain[0];
  const years = yearsOf(first, today());
  const narrowed = Boolean(url.state.from || url.state.to);
  const step = (label: string, text: string, window: { from: string; to: string }) => (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      onClick={() => url.change({ ...window })}
    >
      {text}
    </button>
  );
  const to = (window: { from: string; to: string }) => link(url.path, { ...url.state, ...window });
  return (
    <div class="window">
      <DayField label="From" name="from" url={url} otherwise={domain[0]} />
      <DayField label="Ends before" name="to" url={url} otherwise={domain[1]} />
      <div class="window-steps" role="group" aria-label="Time shown">
        <a class="tool" href={to({ from: "", to: "" })} aria-current={narrowed ? undefined : "true"}>
          All
        </a>
        {years.map(({ year, from, to: until }) => (
          <a
            key={year}
            class="tool"
            href={to({ from, to: until })}
            aria-current={url.state.from === from && url.state.to === until ? "true" : undefined}
          >
            {year}
          </a>
        ))}
        {step("Earlier", "◀", moved(domain, -1))}
        {step("Later", "▶", moved(domain, 1))}
        {step("Closer", "+", zoomed(domain, 0.5))}
        {step("Wider", "−", zoomed(domain, 2))}
      </div>
    </div>
  );
}
