// A tip beside whatever of a chart is pointed at or has the focus: the name of its link, line by line. Escape takes it away.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Tip {
  lines: string[];
  x: number;
  y: number;
  below: boolean;
}

export interface TipsProps {
  /** A line to stand before the others, for where the pointer is; null for none. */
  before?: (anchor: Element, clientX: number) => string | null;
  children: ComponentChildren;
}

const APART = 12;
const HALF = 150;

export function Tips({ before, children }: TipsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [tip, show] = useState<Tip | null>(null);
  useEffect(() => {
    if (!tip) return;
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && show(null);
    addEventListener("keydown", dismiss);
    return () => removeEventListener("keydown", dismiss);
  }, [tip]);
  const near = (target: EventTarget | null, clientX: number | null) => {
    const anchor = target instanceof Element ? target.closest("svg a[aria-label]") : null;
    const box = frame.current?.getBoundingClientRect();
    if (!anchor || !box) return show(null);
    const mark = anchor.getBoundingClientRect();
    const centre = clientX ?? (Math.max(mark.left, box.left) + Math.min(mark.right, box.right)) / 2;
    const half = Math.min(HALF, box.width / 2);
    const first = clientX === null ? null : (before?.(anchor, clientX) ?? null);
    const lines = (anchor.getAttribute("aria-label") ?? "").split("\n");
    const below = mark.top < 180;
    show({
      lines: first === null ? lines : [first, ...lines],
      x: Math.min(Math.max(centre - box.left, half), box.width - half),
      y: (below ? mark.bottom + APART : mark.top - APART) - box.top,
      below,
    });
  };
  return (
    <div
      class="tips"
      ref={frame}
      onPointerMove={(event) => event.pointerType === "mouse" && near(event.target, event.clientX)}
      onPointerLeave={() => show(null)}
      onFocusIn={(event) =>
        event.target instanceof Element && event.target.matches(":focus-visible") && near(event.target, null)
      }
      onFocusOut={() => show(null)}
    >
      {children}
      {tip && (
        <div
          class={`tip ${tip.below ? "tip-below" : "tip-above"}`}
          aria-hidden="true"
          style={{ left: `${tip.x}px`, top: `${tip.y}px` }}
        >
          {tip.lines.map((line, i) => (
            <p key={i}>{line}</p>
          ))}
        </div>
      )}
    </div>
  );
}
