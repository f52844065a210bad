// How a verdict looks in a drawing: a ground, a texture and a glyph, so that no colour stands alone. Hatching is kept for what is not in force.

import type { Tone } from "../words";
import { svg } from "./svg";

/** The shapes of the badges, as letters. */
export const GLYPHS: Record<Tone, string> = {
  prohibited: "✕",
  required: "■",
  exception: "◪",
  free: "□",
  unknown: "?",
};

export interface Ground {
  fill: string;
  ink: string;
  edge: string;
}

/** What is free has an empty ground with an edge, as its badge is an empty square; what is projected has no solid ground at all. */
export function ground(tone: Tone, projected: boolean): Ground {
  const empty = projected || tone === "free";
  return {
    fill: empty ? `var(--${tone}-wash)` : `var(--${tone}-bg)`,
    ink: empty ? "var(--ink)" : `var(--${tone}-ink)`,
    edge: `var(--${tone}-bg)`,
  };
}

const TEXTURES: Partial<Record<Tone, { size: number; path: string }>> = {
  prohibited: { size: 10, path: "M2.5 2.5l5 5M7.5 2.5l-5 5" },
  exception: { size: 12, path: "M0 12L12 12L12 0" },
  unknown: { size: 8, path: "M4 3.2v1.6" },
};

export function texture(tone: Tone): string | null {
  return TEXTURES[tone] ? `url(#texture-${tone})` : null;
}

export const HATCH = "url(#texture-hatch)";

function pattern(id: string, size: number, path: SVGPathElement): SVGPatternElement {
  return svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, path);
}

export function textures(): SVGDefsElement {
  const patterns = Object.entries(TEXTURES).map(([tone, { size, path }]) => {
    const ink = {
      d: path,
      "stroke-opacity": 0.3,
      stroke: `var(--${tone}-ink)`,
      "stroke-width": 1.4,
      fill: "none",
    };
    return pattern(`texture-${tone}`, size, svg("path", ink));
  });
  const lines = svg("path", {
    d: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    stroke: "var(--line-2)",
    "stroke-width": 1,
    fill: "none",
  });
  return svg("defs", {}, ...patterns, pattern("texture-hatch", 8, lines));
}
