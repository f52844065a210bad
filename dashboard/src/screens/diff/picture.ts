// How the outcome moved, as a picture that stands alone: title, a bar for each turn with both outcomes, and where it comes from.
import { wrapped } from "../../charts/pack";
import { label, measurer, svg } from "../../charts/svg";
import { ground } from "../../charts/tones";
import { SHAPES } from "../../ui/verdict";
import { figure, plural, verdict } from "../../words";
import { directionOf, type Turn } from "./group";
import { between, type Diff } from "./sentence";

const WIDTH = 760;
const ROW = 34;
const BADGE = 226;
const ARROW = 234;
const AFTER = 256;
const SAID = 496;
const BAR = 606;
const LINE = 17;

function badge(code: string | null, x: number, y: number): SVGElement[] {
  if (code === null) return [label("not recorded", x, y + 17)];
  const { words, tone } = verdict(code);
  const { fill, ink, edge } = ground(tone, false);
  const filled = tone === "required" || tone === "exception";
  return [
    svg("rect", { x, y, width: BADGE, height: 25, rx: 4, fill, stroke: edge }),
    svg("path", {
      d: SHAPES[tone],
      transform: `translate(${x + 8} ${y + 6}) scale(0.8)`,
      fill: filled ? ink : "none",
      stroke: ink,
      "stroke-width": 2,
      "fill-rule": "evenodd",
    }),
    label(words, x + 28, y + 17, { fill: ink, "font-weight": 700 }),
  ];
}

function bar(turn: Turn, most: number, y: number): SVGElement[] {
  const number = figure(turn.pairs);
  const room = WIDTH - BAR - measurer(12)(number) - 8;
  const width = Math.max((room * turn.pairs) / most, 1);
  return [
    svg("rect", { x: BAR, y: y + 4, width, height: 17, fill: "var(--ink-2)" }),
    label(number, BAR + width + 6, y + 17),
  ];
}

function lines(texts: string[], top: number, attributes: Record<string, string | number> = {}): SVGElement[] {
  return texts.map((text, i) => label(text, 0, top + i * LINE, attributes));
}

export function drawTurns(turns: readonly Turn[], diff: Diff, page: string): SVGSVGElement {
  const most = Math.max(...turns.map(({ pairs }) => pairs));
  const read = new Set(diff.items.map(({ chip }) => chip.id)).size;
  const part = diff.next ? `, of the first ${figure(read)} of ${plural(diff.total, "chip")}` : "";
  const intro = wrapped(
    `${between(diff)}: pairs of chip and destination by their outcome in the earlier and in the later state${part}, as recorded by this data set.`,
    WIDTH,
    measurer(12),
  );
  const source = wrapped(
    `Source: navicert, data version ${diff.meta.data_version}, rulings verified through ${diff.after.verified_through ?? "no day"}. ${diff.notice} ${page}`,
    WIDTH,
    measurer(12),
  );
  const top = 44 + intro.length * LINE;
  const foot = top + turns.length * ROW + 22;
  const height = foot + source.length * LINE;
  return svg(
    "svg",
    { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, "font-family": "var(--font)", role: "img" },
    label("How the outcome moved", 0, 18, { "font-size": 18, "font-weight": 700 }),
    ...lines(intro, 42),
    ...turns.flatMap((turn, i) => {
      const y = top + i * ROW;
      return [
        ...badge(turn.before, 0, y),
        label("→", ARROW, y + 17),
        ...badge(turn.after, AFTER, y),
        label(directionOf(turn), SAID, y + 17),
        ...bar(turn, most, y),
      ];
    }),
    ...lines(source, foot, { fill: "var(--ink-2)" }),
  );
}
