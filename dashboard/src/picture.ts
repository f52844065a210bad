// A chart of the page as a file that stands alone: the styles that the page gives it written into it.

// What passes from an element to those within it is written only where it changes: a table of thousands of cells stays small.
const INHERITED = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "visibility",
  "paint-order",
];
const SCALE = 2;
const MARGIN = 8;

export function download(text: string, name: string, type: string) {
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function saveFile(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not at once: the browser still reads it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A picture goes to print and into pages that are white: whatever the theme here, it is drawn in the light one. */
function inLight<T>(draw: () => T): T {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = "light";
  try {
    return draw();
  } finally {
    if (before === undefined) delete dataset.theme;
    else dataset.theme = before;
  }
}

/** Writes into `copy` how the page draws `original`. */
function writeStyle(original: SVGElement, copy: SVGElement, root: boolean) {
  const style = getComputedStyle(original);
  const around = root || !original.parentElement ? null : getComputedStyle(original.parentElement);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (!around || copy.hasAttribute(name) || value !== around.getPropertyValue(name))
      copy.setAttribute(name, value);
  }
  if (!root && style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  if (style.display === "none") copy.setAttribute("display", "none");
  copy.removeAttribute("class");
  copy.removeAttribute("tabindex");
  // Away from here a link has to say where it comes from.
  const href = copy.getAttribute("href");
  if (href && copy.localName === "a") copy.setAttribute("href", new URL(href, location.href).href);
}

function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, i) => {
    const drawn = copies[i];
    if (drawn) writeStyle(original, drawn, i === 0);
  });
  // In its own units, whatever size the page shows it at.
  const own = svg.viewBox.baseVal;
  const { width, height } = own && own.width > 0 ? own : svg.getBoundingClientRect();
  const paper = getComputedStyle(svg.closest(".panel, .picture-stage") ?? document.body).backgroundColor;
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({
    x: -MARGIN,
    y: -MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    fill: paper,
  })) {
    rect.setAttribute(name, String(value));
  }
  copy.insertBefore(rect, copy.firstChild);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  copy.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
  copy.setAttribute("width", String(width + 2 * MARGIN));
  copy.setAttribute("height", String(height + 2 * MARGIN));
  return copy;
}

/** A drawing that is made to be taken away only is in the page for as long as its styles are read. */
function staged(svg: SVGSVGElement): SVGSVGElement {
  if (svg.isConnected) return inLight(() => standalone(svg));
  const stage = document.createElement("div");
  stage.className = "picture-stage";
  stage.append(svg);
  document.body.append(stage);
  try {
    return inLight(() => standalone(svg));
  } finally {
    stage.remove();
  }
}

/** Throws when the browser cannot draw it. */
export async function pictureOf(svg: SVGSVGElement, kind: "svg" | "png"): Promise<Blob> {
  const copy = staged(svg);
  const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  if (kind === "svg") return file;
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const canvas = document.createElement("canvas");
  canvas.width = Number(copy.getAttribute("width")) * SCALE;
  canvas.height = Number(copy.getAttribute("height")) * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser has no canvas to draw on");
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large to draw"))),
      "image/png",
    ),
  );
}
