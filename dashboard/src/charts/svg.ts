// Elements of a drawing, where a chart has more to it than marks on scales.

const NS = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NS, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}

/** A text that begins where it is put: Observable Plot centres what does not say. */
export function label(
  text: string,
  x: number,
  y: number,
  attributes: Record<string, string | number> = {},
): SVGTextElement {
  return svg(
    "text",
    { x, y, "text-anchor": "start", fill: "var(--ink)", "font-size": 12, ...attributes },
    text,
  );
}

let context: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in the page's own type. */
export function measurer(size: number, weight = 400): (text: string) => number {
  context ??= document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.documentElement).fontFamily || "sans-serif";
  return (text) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

/**
 * Makes the links of an Observable Plot whole: each takes the name that Plot gave to the mark within, and what opens where is in `href`, which
 * all that reads pages knows. `groups` names the marks by their class.
 */
export function nameLinks(drawing: SVGSVGElement, groups: Record<string, string> = {}) {
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    const linked = group.querySelector("a") !== null;
    const name = groups[group.getAttribute("class") ?? ""];
    if (linked) group.setAttribute("role", "group");
    if (linked && name) group.setAttribute("aria-label", name);
    // What is no group of links has the name of its kind of mark, which tells nobody anything.
    if (!linked && group.getAttribute("aria-label") !== "tip") group.removeAttribute("aria-label");
  }
  for (const anchor of drawing.querySelectorAll<SVGAElement>("a")) {
    const mark = anchor.querySelector("[aria-label]");
    const name = mark?.getAttribute("aria-label");
    if (name) anchor.setAttribute("aria-label", name);
    mark?.removeAttribute("aria-label");
    // Both attributes have the same name and only differ in namespace: the one goes before the other comes.
    const href = anchor.getAttributeNS(XLINK, "href");
    anchor.removeAttributeNS(XLINK, "href");
    if (href) anchor.setAttribute("href", href);
  }
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Links of one mark are one stop of the tab key; the arrow keys go among them. */
export function rove(drawing: SVGSVGElement) {
  const groups = new Set(
    [...drawing.querySelectorAll("a")].map((anchor) => anchor.parentNode as SVGGElement),
  );
  for (const group of groups) {
    const anchors = [...group.querySelectorAll<SVGAElement>("a")];
    anchors.forEach((anchor, i) => {
      anchor.setAttribute("tabindex", i === 0 ? "0" : "-1");
    });
    group.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      const at = anchors.indexOf(event.target as SVGAElement);
      if (!step || at < 0) return;
      event.preventDefault();
      const next = anchors[step(at, anchors.length)];
      anchors[at]?.setAttribute("tabindex", "-1");
      next?.setAttribute("tabindex", "0");
      next?.focus();
    });
  }
}
