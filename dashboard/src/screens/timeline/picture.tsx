// The picture of all rows in its panel, with the pointer's ways on it: a tip, a click for the day under it, a drag for a closer look.
import { useCallback, useMemo, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { addressOf } from "../../api/client";
import { Brush } from "../../charts/brush";
import { Chart } from "../../charts/chart";
import { Tips } from "../../charts/tips";
import { addDays, type Day, earlier, spoken } from "../../dates";
import { Panel } from "../../ui/panel";
import { pageOf } from "../../ui/titled";
import { carried, link, permanent, type State, type UrlState } from "../../url";
import { entryId } from "./chronology";
import { TimeWindow } from "./controls";
import { historyAsked } from "./data";
import { type Drawn, draw } from "./draw";
import { chipAsked } from "./model";
import type { Picture as Parts } from "./parts";
import { chronologyCsv } from "./table";
import { heard, pictureTitle } from "./tell";
import type { View } from "./view";

function partsOf(view: View, path: string, state: State): Parts {
  const { rows, domain } = view;
  const first = rows[0]?.history;
  const place = first?.matched.destination.name ?? "";
  const verified = first?.currency.verified_through ?? null;
  const names = rows.map((row) => row.name);
  const whose = (id: string) => (id === first?.question.destination ? place : id);
  const fresh = verified ? `, rulings verified through ${spoken(verified)}` : "";
  return {
    ...view,
    verified,
    title: pictureTitle(names, place, domain[0], addDays(domain[1], -1)),
    source: [
      `Source: navicert, data version ${first?.currency.data_version}${fresh}. As recorded by this data set. Research data, not legal advice.`,
      permanent(path, state, { known_at: first?.question.known_at, from: domain[0], to: domain[1] }),
    ],
    laneLabel: ({ side, jurisdiction }, narrow) => {
      const name = side === "import" ? whose(jurisdiction) : `${jurisdiction}${narrow ? " law" : ""}`;
      return side === "import" ? `Import, ${name}` : `Export, ${name}`;
    },
    links: {
      check: (chip, date) => link("/eligibility", { ...carried(state), chip, date }),
      ruling: (id) => pageOf("ruling", id, state.known_at),
      event: (id) => pageOf("event", id, state.known_at),
      entry: (chip, day) => `#${entryId(chip, day)}`,
    },
  };
}

export interface PictureProps {
  url: UrlState;
  view: View;
}

export function Picture({ url, view }: PictureProps) {
  const { route } = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const { path, state } = url;
  const parts = useMemo(() => partsOf(view, path, state), [view, path, state]);
  const paint = useCallback(
    (width: number) => {
      drawn.current = draw(parts, width);
      return drawn.current.svg;
    },
    [parts],
  );
  const dayAt = (clientX: number): Day | null => {
    const chart = frame.current?.querySelector("svg.chart");
    const box = chart?.getBoundingClientRect();
    const { domain } = parts;
    if (!box || !drawn.current) return null;
    const day = drawn.current.dayAt(clientX - box.left);
    return day < domain[0] ? domain[0] : earlier(day, domain[1]);
  };
  /** A band is a link to its first day; a click on it means the day under the pointer. */
  const bandDay = (anchor: Element, clientX: number): Day | null =>
    anchor.closest(".bands") && clientX > 0 ? dayAt(clientX) : null;
  const onClick = (event: MouseEvent) => {
    const anchor = (event.target as Element).closest("a");
    const date = anchor && event.detail > 0 ? bandDay(anchor, event.clientX) : null;
    const href = anchor?.getAttribute("href");
    if (!date || !href || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const there = new URL(href, location.origin);
    route(link(there.pathname, { ...Object.fromEntries(there.searchParams), date }));
  };
  const tipDay = (anchor: Element, clientX: number) => {
    const day = bandDay(anchor, clientX);
    return day && `Click: check on ${spoken(day)}`;
  };
  const label = parts.rows.map((row) => heard(row.name, row.changes, row.history.intervals.at(-1))).join(" ");
  const histories = view.rows.map((row) => row.history);
  const only = histories.length === 1 ? histories[0] : undefined;
  return (
    <Panel
      title="Timeline"
      address={only ? addressOf("/v1/history", historyAsked(state, chipAsked(only))) : null}
      csv={chronologyCsv(histories)}
      picture
      file={[
        "timeline",
        ...parts.rows.map((row) => row.chip),
        histories[0]?.question.destination,
        ...parts.domain,
      ]}
    >
      <TimeWindow url={url} domain={parts.domain} />
      <div class="timeline" ref={frame} onClickCapture={onClick}>
        <Brush
          onChoose={(from, to) => {
            const window = { from: dayAt(from), to: dayAt(to) };
            if (window.from && window.to && window.from < window.to) url.change(window);
          }}
        >
          <Tips before={tipDay}>
            <Chart label={`${parts.title}. ${label}`} draw={paint} />
          </Tips>
        </Brush>
      </div>
      <p class="small timeline-help">
        A click on a band opens Check on that day; a mark, a tick or a hatched stretch leads to its page. Drag
        to look closer. By keyboard: Tab goes from kind to kind, arrow keys from one to the next.
      </p>
    </Panel>
  );
}
