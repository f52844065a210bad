// The table as a picture that stands alone: title, sentence, heads, cells, legend and source, with nothing that only the page explains.
import { wrapped } from "../../charts/pack";
import { spoken } from "../../dates";
import { SHAPES } from "../../ui/verdict";
import { verdict } from "../../words";
import { importHinders, POLICIES, policyLetter } from "./labels";
import type { Answer, Model } from "./model";

export interface Node {
  tag: string;
  attributes: Record<string, string | number>;
  children: (Node | string)[];
}

export interface Captions {
  title: string;
  summary: string;
  source: string;
  /** What a section of columns is called. */
  sectionName: (section: string) => string;
}

const CELL = { width: 34, height: 24 };
const LETTER = 6.4;
// Names of chips and addresses have many capitals and digits, which are wider.
const CAPITAL = 7.8;
const BOLD = 7.4;
const LINE = 17;
const HEAD_MAX = 34;
const SECTION = 18;
const LEGEND_STEP = 26;

function node(tag: string, attributes: Node["attributes"], ...children: Node["children"]): Node {
  return { tag, attributes, children };
}

function text(x: number, y: number, content: string, more: Node["attributes"] = {}): Node {
  return node("text", { x, y, ...more }, content);
}

export function short(name: string, most = HEAD_MAX): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** How wide a text is, counted in letters. */
function letters(text: string): number {
  return text.length;
}

function shape(x: number, y: number, code: string): Node {
  const { tone } = verdict(code);
  return node(
    "g",
    { transform: `translate(${x} ${y}) scale(0.75)` },
    node("path", { class: `shape matrix-ink tone-${tone}`, d: SHAPES[tone] }),
  );
}

function ground(x: number, y: number, code: string): Node {
  const { tone } = verdict(code);
  return node("rect", {
    class: `matrix-ground tone-${tone}`,
    x,
    y,
    width: CELL.width - 2,
    height: CELL.height - 2,
  });
}

function cell(x: number, y: number, answer: Answer, changed: boolean): Node {
  const { tone } = verdict(answer.outcome);
  const letter = policyLetter(answer.policy);
  const parts = [ground(x, y, answer.outcome), shape(x + (letter ? 5 : 10), y + 5, answer.outcome)];
  if (letter) parts.push(text(x + 19, y + 15.5, letter, { class: `matrix-letter tone-${tone}` }));
  if (importHinders(answer))
    parts.push(changed ? notch(x + CELL.width - 6, y + 4, 5, tone) : notch(x + CELL.width - 2, y, 7, tone));
  if (changed) parts.push(...outline(x, y));
  return node("g", {}, ...parts);
}

function notch(right: number, y: number, size: number, tone: string): Node {
  return node("path", { class: `matrix-notch tone-${tone}`, d: `M${right - size} ${y}h${size}v${size}z` });
}

/** Dark upon light: one of the two stands out from any ground. */
function outline(x: number, y: number): Node[] {
  const ring = (inset: number, name: string) =>
    node("rect", {
      class: name,
      x: x + inset,
      y: y + inset,
      width: CELL.width - 2 - 2 * inset,
      height: CELL.height - 2 - 2 * inset,
    });
  return [ring(2.75, "matrix-outline-inner"), ring(1, "matrix-outline")];
}

function heads(
  model: Model,
  name: Captions["sectionName"],
  left: number,
  bottom: number,
  sectionsAt: number,
) {
  let at = left;
  const sections = model.sections.map(({ label, span }) => {
    const width = span * CELL.width;
    const drawn = node(
      "g",
      {},
      text(at, sectionsAt, short(name(label), Math.max(2, Math.floor(width / BOLD) - 1)), {
        class: "matrix-strong",
      }),
      node("path", { class: "matrix-rule", d: `M${at} ${sectionsAt + 4}h${width - 4}` }),
    );
    at += width;
    return drawn;
  });
  const columns = model.columns.map((column, i) => {
    const x = left + i * CELL.width + CELL.width / 2 + 3;
    return text(x, bottom, short(column.name), { transform: `rotate(-90 ${x} ${bottom})` });
  });
  return [...sections, ...columns];
}

function body(model: Model, left: number, top: number): Node[] {
  return model.rows.flatMap((row, i) => {
    const y = top + i * CELL.height;
    const cells = model.columns.flatMap(({ code }, j) => {
      const answer = row.answers.get(code);
      return answer ? [cell(left + j * CELL.width, y, answer, row.changes.has(code))] : [];
    });
    return [text(left - 8, y + 16, short(row.name), { "text-anchor": "end" }), ...cells];
  });
}

/** Only of what is in the picture. */
function legend(model: Model, top: number, width: number): { parts: Node[]; height: number } {
  const parts: Node[] = [];
  let [x, y] = [0, top];
  const add = (mark: Node[], words: string) => {
    const size = CELL.width + 6 + words.length * LETTER + 16;
    if (x > 0 && x + size > width) [x, y] = [0, y + LEGEND_STEP];
    parts.push(node("g", { transform: `translate(${x} ${y})` }, ...mark, text(CELL.width + 4, 16, words)));
    x += size;
  };
  for (const { outcome } of model.counts)
    add([ground(0, 0, outcome), shape(10, 5, outcome)], verdict(outcome).words);
  const answers = model.rows.flatMap((row) => model.columns.map(({ code }) => row.answers.get(code)));
  for (const { letter, words } of POLICIES)
    if (answers.some((answer) => answer && policyLetter(answer.policy) === letter))
      add([text(19, 16, letter, { class: "matrix-strong" })], words);
  if (answers.some((answer) => answer && importHinders(answer)))
    add([node("path", { class: "matrix-notch-alone", d: "M16 5h11v11z" })], "Import side stands in the way");
  if (model.changed > 0 && model.compared) add(outline(0, 0), `Differs from ${spoken(model.compared)}`);
  return { parts, height: y + LEGEND_STEP - top };
}

export function drawingOf(model: Model, captions: Captions): Node {
  const longest = (names: string[]) => Math.max(0, ...names.map((name) => short(name).length));
  const left = Math.ceil(longest(model.rows.map(({ name }) => name)) * CAPITAL) + 12;
  const width = Math.max(640, left + model.columns.length * CELL.width + 8);
  const perLine = Math.floor(width / LETTER);
  const intro = wrapped(captions.summary, perLine, letters);
  const introEnd = 28 + intro.length * LINE;
  const sectionsAt = introEnd + (model.sections.length > 0 ? SECTION : 0);
  const headEnd = sectionsAt + 12 + Math.ceil(longest(model.columns.map(({ name }) => name)) * LETTER);
  const bodyEnd = headEnd + 8 + model.rows.length * CELL.height;
  const key = legend(model, bodyEnd + 12, width);
  const source = wrapped(captions.source, Math.floor(width / CAPITAL), letters);
  const sourceAt = bodyEnd + 12 + key.height + 16;
  const height = sourceAt + source.length * LINE;
  return node(
    "svg",
    { class: "matrix-drawing", width, height, viewBox: `0 0 ${width} ${height}` },
    text(0, 18, captions.title, { class: "matrix-title" }),
    ...intro.map((line, i) => text(0, 40 + i * LINE, line)),
    ...heads(model, captions.sectionName, left, headEnd, sectionsAt),
    ...body(model, left, headEnd + 8),
    ...key.parts,
    ...source.map((line, i) => text(0, sourceAt + i * LINE, line, { class: "matrix-source" })),
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** The same as an element of the page. */
export function elementOf({ tag, attributes, children }: Node): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.map((child) => (typeof child === "string" ? child : elementOf(child))));
  return element;
}
