// The slider through the years, with the days on which a line begins, moves or ends.
import { useEffect, useState } from "preact/hooks";
import { addDays, type Day, daysBetween, spoken } from "../../dates";
import { DaySlider } from "../../ui/fields";
import type { UrlState } from "../../url";

const STEP_MS = 1500;

function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export function Days({ url, day, days, today }: { url: UrlState; day: Day; days: Day[]; today: Day }) {
  const [playing, setPlaying] = useState(false);
  const before = days.filter((one) => one < day).at(-1);
  const after = days.find((one) => one > day);
  useEffect(() => {
    if (!playing) return;
    if (!after) return setPlaying(false);
    const timer = setTimeout(() => url.change({ date: after }, "replace"), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, after, url.change]);
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const from = addDays(first < today ? first : today, -120);
  const to = addDays(last > today ? last : today, 30);
  const count = daysBetween(from, to);
  const play = () => {
    if (!playing && !after && days[0]) url.change({ date: days[0] }, "replace");
    setPlaying(!playing);
  };
  return (
    <div class="lines-days">
      <div class="lines-slide">
        <DaySlider label="Rules in force on" name="date" url={url} from={from} to={to} />
        <svg class="lines-ticks" aria-hidden="true" width="100%" height="10">
          {days.map((one) => {
            const at = `${(100 * daysBetween(from, one)) / count}%`;
            return <line key={one} x1={at} x2={at} y1="0" y2="10" class={one === day ? "now" : undefined} />;
          })}
        </svg>
      </div>
      <div class="lines-jumps">
        <button type="button" disabled={!before} onClick={() => before && url.change({ date: before })}>
          ◀ {before ? `Lines changed ${spoken(before)}` : "No earlier change"}
        </button>
        <button type="button" disabled={!after} onClick={() => after && url.change({ date: after })}>
          {after ? `Lines change ${spoken(after)}` : "No later change recorded"} ▶
        </button>
        {!still() && days.length > 1 && (
          <button type="button" onClick={play} aria-pressed={playing}>
            {playing ? "Stop" : "Play the changes"}
          </button>
        )}
      </div>
    </div>
  );
}
