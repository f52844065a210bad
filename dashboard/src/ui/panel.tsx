// A titled part of a screen, with the ways to take it away: the API's own question as curl and JSON, a table as CSV, a picture as SVG and PNG.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { API_ORIGIN, getCsv } from "../api/client";
import { type Csv, csvAddress, csvText, fileName } from "../csv";
import { download, pictureOf, saveFile } from "../picture";

export interface PanelProps {
  title: string;
  /** Heading level: a screen has one h1, and its panels are h2 unless told. */
  level?: 2 | 3;
  /** The address of the API that this panel shows, from its root: /v1/… */
  address?: string | null;
  /** The body of the question, where it is asked by POST. */
  body?: unknown;
  /** Rows that the page has; `true` where the API makes a table of the list at `address`, which is then the whole list. */
  csv?: true | Csv | null;
  /** What its files are called by: what is in them, of which chip and place, on which day. Its title where it says nothing. */
  file?: string | readonly (string | null | undefined)[];
  /** The drawing to take away; null when there is none yet. `true` takes the chart of this panel. */
  picture?: true | (() => SVGSVGElement | null);
  tools?: ComponentChildren;
  id?: string;
  children: ComponentChildren;
}

/** What to type to ask the same: quoted for any shell of the Bourne kind. */
export function curlOf(address: string, body?: unknown): string {
  const quoted = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
  const url = quoted(API_ORIGIN + address);
  return body === undefined ? `curl -s ${url}` : `curl -s --json ${quoted(JSON.stringify(body))} ${url}`;
}

/** A button that copies a text and says so, also to those who do not see it. */
export function Copy({ text, label, title }: { text: string; label: string; title?: string }) {
  const [said, say] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      // No clipboard without TLS: the text itself, to be selected.
      say(text);
    }
    setTimeout(() => say((now) => (now === "Copied" ? "" : now)), 2000);
  };
  return (
    <>
      <button type="button" class="tool" onClick={copy} title={title ?? text}>
        {label}
      </button>
      <span role="status" class={said && said !== "Copied" ? "copied-text" : "copied"}>
        {said}
      </span>
    </>
  );
}

/** A button that makes a file, and says so when it cannot. */
function Take({ label, take }: { label: string; take: () => Promise<void> }) {
  const [at, tell] = useState<"rest" | "busy" | "failed">("rest");
  const onClick = () => {
    tell("busy");
    take().then(
      () => tell("rest"),
      () => tell("failed"),
    );
  };
  return (
    <>
      <button type="button" class="tool" onClick={onClick} disabled={at === "busy"}>
        {label}
      </button>
      {at === "failed" && (
        <span role="alert" class="copied-text">
          No {label} could be made. Try again.
        </span>
      )}
    </>
  );
}

export function Panel(props: PanelProps) {
  const { title, address, body, csv, picture, tools, id, children } = props;
  const file = fileName([props.file ?? title].flat());
  const frame = useRef<HTMLElement>(null);
  const Heading = props.level === 3 ? "h3" : "h2";
  const drawing = () =>
    picture === true
      ? (frame.current?.querySelector<SVGSVGElement>("svg.chart") ?? null)
      : (picture?.() ?? null);
  const save = async (kind: "svg" | "png") => {
    const svg = drawing();
    if (svg) saveFile(await pictureOf(svg, kind), `${file}.${kind}`);
  };
  const saveTable = async () => {
    if (!csv) return;
    const text = csv === true ? await getCsv(csvAddress(address ?? "")) : csvText(csv);
    download(text, `${file}.csv`, "text/csv");
  };
  return (
    <section class="panel" ref={frame} id={id}>
      <header class="panel-head">
        <Heading>{title}</Heading>
        <div class="tools" role="group" aria-label={`Take away: ${title}`}>
          {tools}
          {address && <Copy text={curlOf(address, body)} label="curl" />}
          {address && body === undefined && (
            <a class="tool" href={API_ORIGIN + address}>
              JSON
            </a>
          )}
          {csv && (csv !== true || address) && <Take label="CSV" take={saveTable} />}
          {picture && (
            <>
              <Take label="SVG" take={() => save("svg")} />
              <Take label="PNG" take={() => save("png")} />
            </>
          )}
        </div>
      </header>
      {children}
    </section>
  );
}
