// An Observable Plot in the page: drawn for the width there is, without the style element that the Content-Security-Policy forbids (its
// rules are in styles/chart.css), its links followed within the page.

import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";

export interface ChartProps {
  /** What it shows, in a sentence, for those who do not see it. */
  label: string;
  /** Draws it, so wide in pixels. A new function draws anew: wrap it in useCallback. */
  draw: (width: number) => SVGSVGElement | HTMLElement;
  minWidth?: number;
}

export function Chart({ label, draw, minWidth = 320 }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const { route } = useLocation();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(minWidth, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [minWidth]);
  useEffect(() => {
    const element = frame.current;
    if (!element || width === 0) return;
    const drawn = draw(width);
    for (const style of drawn.querySelectorAll("style")) style.remove();
    const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector("svg");
    svg?.classList.add("chart");
    svg?.setAttribute("role", "group");
    svg?.setAttribute("aria-label", label);
    element.replaceChildren(drawn);
  }, [draw, width, label]);
  const follow = (event: MouseEvent) => {
    const anchor = (event.target as Element).closest("a");
    const href = anchor?.getAttribute("href") ?? anchor?.getAttribute("xlink:href");
    if (!href?.startsWith("/") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    route(href);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within are what is clicked, by keys too.
    <div class="chart-frame" ref={frame} onClick={follow} />
  );
}
