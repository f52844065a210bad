// Who changed what: a part for each ruling, or set of rulings, that made a difference together.
import { useState } from "preact/hooks";
import { Fold, type Name } from "../../ui/fold";
import { pageOf, RulingLink, RulingLinks } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { carried, link, type State } from "../../url";
import { capital, plain, plural } from "../../words";
import { ASPECT_WORDS, type Aspect } from "./ask";
import { type Cause, type Move, type Parcel, parcelPairs, type Side } from "./group";
import type { Diff, Scope } from "./sentence";

const ALSO_WORDS: Record<string, string> = {
  chip: "what is recorded of the chip",
  destination: "the groups of the destination, or what it is treated as",
  hq: "the groups of the headquarters, or what they are treated as",
  export_from: "the groups of the place of export, or what it is treated as",
  jurisdictions: "whose law is heard",
  coverage: "whether the day is covered",
};

export interface Ground {
  diff: Diff;
  state: State;
  /** How many chips and destinations were compared, where that is known. */
  scope: Scope | undefined;
  nameOf: (code: string) => string;
  /** The aspects that the reader wanted counted. */
  counted: readonly string[];
}

/** Terms that one side has and the other lacks, under the same outcome, are worth saying of both. */
function lacks(name: "policy" | "exception", { before, after, changed }: Move): boolean {
  return changed.includes(name) && before?.outcome === after?.outcome;
}

function SideOf({ side, move }: { side: Side | null; move: Move }) {
  if (!side) return <span class="absent">not recorded</span>;
  return (
    <span class="side">
      <Badge code={side.outcome} />
      {side.possible.length > 0 && <span>possible: {side.possible.map(plain).join(" or ")}</span>}
      {side.exception && <span>exception {side.exception}</span>}
      {!side.exception && lacks("exception", move) && <span>no exception</span>}
      {side.policy && <span>{plain(side.policy)}</span>}
      {!side.policy && lacks("policy", move) && <span>no review policy recorded</span>}
      {side.eccn !== undefined && <span>{side.eccn ? `ECCN ${side.eccn}` : "no ECCN recorded"}</span>}
      {side.import && <span>import: {side.import.map(plain).join(" or ")}</span>}
    </span>
  );
}

function whatChanged(changed: readonly Aspect[], counted: readonly string[]): string {
  const told = changed.filter((aspect) => aspect !== "grounds" || counted.includes(aspect));
  return told.map((aspect) => ASPECT_WORDS[aspect] ?? plain(aspect)).join(", ");
}

interface Pair {
  chip: string;
  destination: string;
}

/** The two answers to one pair, as whole answers. */
function pairLinks({ chip, destination }: Pair, { diff, state }: Ground) {
  const { from, to, known_from, known_at } = diff.question;
  const { chip: _chip, destination: _destination, known_at: asked, ...shared } = carried(state);
  const knowledge = known_from !== known_at;
  const check = (date: string, known: number) =>
    link("/eligibility", {
      chip,
      destination,
      ...shared,
      date,
      known_at: knowledge ? String(known) : asked,
    });
  return {
    before: check(from, known_from),
    after: check(to, known_at),
    timeline: link("/history", { chip, destination, ...shared, known_at: asked }),
  };
}

function PairLinks({ pair, ground }: { pair: Pair; ground: Ground }) {
  const { before, after, timeline } = pairLinks(pair, ground);
  return (
    <span class="pair-links">
      <a href={before}>Check before</a> · <a href={after}>Check after</a> · <a href={timeline}>Timeline</a>
    </span>
  );
}

/** Any pair of a parcel, chosen from what it holds. */
function PairPicker({ parcel, ground }: { parcel: Parcel; ground: Ground }) {
  const [chip, setChip] = useState(parcel.chips[0]?.id ?? "");
  const [destination, setDestination] = useState(parcel.destinations[0] ?? "");
  return (
    <div class="pair-picker">
      <select aria-label="Chip" value={chip} onChange={(event) => setChip(event.currentTarget.value)}>
        {parcel.chips.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Destination"
        value={destination}
        onChange={(event) => setDestination(event.currentTarget.value)}
      >
        {parcel.destinations.map((code) => (
          <option key={code} value={code}>
            {ground.nameOf(code)}
          </option>
        ))}
      </select>
      <PairLinks pair={{ chip, destination }} ground={ground} />
    </div>
  );
}

function ParcelOf({ parcel, ground }: { parcel: Parcel; ground: Ground }) {
  const [open, setOpen] = useState(false);
  const knownAt = ground.state.known_at;
  const chips: Name[] = parcel.chips.map(({ id, name }) => ({
    text: name,
    href: pageOf("chip", id, knownAt),
  }));
  const places: Name[] = parcel.destinations.map((code) => ({
    text: ground.nameOf(code),
    href: pageOf("destination", code, knownAt),
  }));
  const [chip] = parcel.chips;
  const [destination] = parcel.destinations;
  return (
    <li class="parcel">
      <Fold names={chips} one="chip" ofAll={ground.scope?.chips} />
      <span class="to">to</span>
      <Fold names={places} one="destination" ofAll={ground.scope?.destinations} />
      {parcelPairs(parcel) === 1 && chip && destination ? (
        <PairLinks pair={{ chip: chip.id, destination }} ground={ground} />
      ) : (
        <details class="fold one-pair" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Check one of these {plural(parcelPairs(parcel), "pair")}</summary>
          {open && <PairPicker parcel={parcel} ground={ground} />}
        </details>
      )}
    </li>
  );
}

function MoveOf({ move, ground }: { move: Move; ground: Ground }) {
  return (
    <li class="move">
      <div class="sides">
        <SideOf side={move.before} move={move} />
        <span class="arrow" role="img" aria-label="became">
          →
        </span>
        <SideOf side={move.after} move={move} />
      </div>
      <p class="small">
        {plural(move.pairs, "pair")} · changed: {whatChanged(move.changed, ground.counted)}
      </p>
      <ul class="parcels">
        {move.parcels.map((parcel) => (
          <ParcelOf key={parcel.chips[0]?.id + parcel.destinations.join()} parcel={parcel} ground={ground} />
        ))}
      </ul>
    </li>
  );
}

function CauseTitle({ cause, knownAt }: { cause: Cause; knownAt: string | undefined }) {
  const { rulings, also } = cause;
  const [only] = rulings;
  if (only && rulings.length === 1) return <RulingLink ruling={only} knownAt={knownAt} />;
  if (rulings.length > 1) return <>{rulings.length} rulings together</>;
  return <>No ruling: {also.map((what) => ALSO_WORDS[what] ?? plain(what)).join(", ") || "not said"}</>;
}

export function CauseOf({ cause, ground }: { cause: Cause; ground: Ground }) {
  const { rulings, also, moves, pairs } = cause;
  const knownAt = ground.state.known_at;
  return (
    <section class="cause">
      <h3>
        <CauseTitle cause={cause} knownAt={knownAt} /> <span class="count">{plural(pairs, "pair")}</span>
      </h3>
      {rulings.length > 1 && <RulingLinks rulings={rulings} knownAt={knownAt} />}
      {rulings.length > 0 && also.length > 0 && (
        <p class="small">
          {capital(also.map((what) => ALSO_WORDS[what] ?? plain(what)).join(", "))} changed as well.
        </p>
      )}
      <ul class="moves">
        {moves.map((move) => (
          <MoveOf key={move.key} move={move} ground={ground} />
        ))}
      </ul>
    </section>
  );
}
