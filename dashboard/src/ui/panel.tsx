// A titled part of a screen, with the ways to take it away: the API's own question as curl and JSON, a table as CSV, a picture as SVG and PNG.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { API_ORIGIN } from "../api/client";
import { type Csv, csvText } from "../csv";
import { download, pictureOf, saveFile } from "../picture";

export interface PanelProps {
  title: string;
  /** Heading level: a screen has one h1, and its panels are h2 unless told. */
  level?: 2 | 3;
  /** The address of the API that this panel shows, from its root: /v1/… */
  address?: string | null;
  /** The body of the question, where it is asked by POST. */
  body?: unknown;
  /** CSV from the API itself, by address, or rows that the page has. */
  csv?: string | Csv | null;
  /** The name of files without their ending; a picture is offered where `picture` gives an <svg>. */
  file?: string;
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

export function Panel(props: PanelProps) {
  const { title, address, body, csv, picture, tools, id, children } = props;
  const file = props.file ?? "navicert";
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
          {typeof csv === "string" && (
            <a class="tool" href={API_ORIGIN + csv} download={`${file}.csv`}>
              CSV
            </a>
          )}
          {csv && typeof csv === "object" && (
            <button
              type="button"
              class="tool"
              onClick={() => download(csvText(csv), `${file}.csv`, "text/csv")}
            >
              CSV
            </button>
          )}
          {picture && (
            <>
              <button type="button" class="tool" onClick={() => save("svg")}>
                SVG
              </button>
              <button type="button" class="tool" onClick={() => save("png")}>
                PNG
              </button>
            </>
          )}
        </div>
      </header>
      {children}
    </section>
  );
}
