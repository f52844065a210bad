// Stepping through the days on which the answer changed: the day it flipped, and by which ruling.
import type { Schemas } from "../../api/client";
import type { Answer } from "../../api/use";
import { spoken } from "../../dates";
import { Shown } from "../../ui/states";
import { RulingLink } from "../../ui/titled";
import { Shape } from "../../ui/verdict";
import { link, type UrlState } from "../../url";
import { plural, verdict } from "../../words";
import { type Flip, type Standing, standing } from "./turns";
import { Unfold } from "./unfold";

function dayLink(url: UrlState, date: string): string {
  return link(url.path, { ...url.state, date });
}

function Step(props: { url: UrlState; flip: Flip | null; way: "previous" | "next"; otherwise: string }) {
  const { url, flip, way, otherwise } = props;
  const sign = way === "previous" ? "◀" : "▶";
  return (
    // It stays in place and keeps the focus where there is no further flip, and then says so: a link without an address has no role of its own.
    <a
      class={`flip flip-${way}`}
      id={`flip-${way}`}
      role={flip ? undefined : "link"}
      href={flip ? dayLink(url, flip.date) : undefined}
      aria-disabled={flip ? undefined : true}
      tabIndex={0}
    >
      <span class="flip-sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        <span class="flip-day">
          <span class="heard">{way === "previous" ? "Previous" : "Next"} change: </span>
          {flip ? spoken(flip.date) : way === "previous" ? "No earlier change" : "No later change"}
        </span>
        <span class="flip-words">
          {flip ? flip.words : otherwise}
          {flip?.projected && " · by the calendar, not checked since"}
        </span>
      </span>
    </a>
  );
}

function Rulings({ by, knownAt }: { by: Schemas["Titled"][]; knownAt: string | undefined }) {
  return (
    <>
      {by.map((ruling, i) => (
        <span key={ruling.id}>
          {i > 0 && (i === by.length - 1 ? " and " : ", ")}
          <RulingLink ruling={ruling} knownAt={knownAt} />
        </span>
      ))}
    </>
  );
}

function Since({ at, knownAt }: { at: Standing; knownAt: string | undefined }) {
  const { current } = at;
  if (!current) return <p class="since">The day lies before the history of this data set.</p>;
  const first = current.from === at.begins;
  return (
    <p class="since">
      {first ? "So since the record begins, " : "So since "}
      <strong>{spoken(current.from)}</strong>
      {current.changed_by.length > 0 && (
        <>
          , by <Rulings by={current.changed_by} knownAt={knownAt} />
        </>
      )}
      {current.until ? (
        <>
          ; until <strong>{spoken(current.until)}</strong>.
        </>
      ) : (
        "; no end recorded."
      )}
    </p>
  );
}

function AllFlips({ url, at }: { url: UrlState; at: Standing }) {
  const { flips, current } = at;
  if (flips.length === 0) return null;
  return (
    <Unfold url={url} name="view_flips" title={`All ${plural(flips.length, "change")} of this answer`}>
      <ol class="flip-list">
        {flips.map((flip) => (
          <li key={flip.date} class={flip.turned ? "turned" : undefined}>
            <a href={dayLink(url, flip.date)} aria-current={flip.date === current?.from ? "date" : undefined}>
              {flip.date}
            </a>
            <span class="flip-outcome">
              <Shape tone={verdict(flip.outcome).tone} />
              {verdict(flip.outcome).words}
            </span>
            <span>
              {flip.words} · <Rulings by={flip.by} knownAt={url.state.known_at} />
            </span>
          </li>
        ))}
      </ol>
    </Unfold>
  );
}

function byArrows(event: KeyboardEvent) {
  const way = event.key === "ArrowLeft" ? "previous" : event.key === "ArrowRight" ? "next" : null;
  if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = document.getElementById(`flip-${way}`);
  event.preventDefault();
  step?.focus();
  step?.click();
}

export function Flips(props: { url: UrlState; history: Answer<Schemas["History"]>; date: string }) {
  const { url, history, date } = props;
  return (
    <Shown answer={history} what="the days on which it changed">
      {(data) => {
        const at = standing(data.intervals, date);
        return (
          <nav class="flips" aria-label="Days on which this answer changed">
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the links within are what is focused. */}
            <div class="flip-steps" onKeyDown={byArrows}>
              <Step
                url={url}
                flip={at.previous}
                way="previous"
                otherwise={at.begins ? `the history begins on ${spoken(at.begins)}` : "no history"}
              />
              <Since at={at} knownAt={url.state.known_at} />
              <Step url={url} flip={at.next} way="next" otherwise="none is recorded" />
            </div>
            <AllFlips url={url} at={at} />
          </nav>
        );
      }}
    </Shown>
  );
}
