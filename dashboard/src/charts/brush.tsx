// Dragging over a chart with a mouse chooses a stretch of it. Fingers scroll the page as ever, and keys have fields and links for the same.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export interface BrushProps {
  /** From one place to another of the window, left to right, in pixels. */
  onChoose: (from: number, to: number) => void;
  children: ComponentChildren;
}

const LEAST = 8;

export function Brush({ onChoose, children }: BrushProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const dragged = useRef(false);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const from = drag?.from;
  useEffect(() => {
    if (from === undefined) return;
    const move = (event: PointerEvent) => setDrag({ from, to: event.clientX });
    const end = (event: PointerEvent) => {
      setDrag(null);
      dragged.current = Math.abs(event.clientX - from) >= LEAST;
      if (dragged.current) choose.current(Math.min(from, event.clientX), Math.max(from, event.clientX));
      // The click that a drag ends with comes at once, if at all.
      setTimeout(() => {
        dragged.current = false;
      });
    };
    const stop = () => setDrag(null);
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", stop);
    return () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", stop);
    };
  }, [from]);
  const box = frame.current?.getBoundingClientRect();
  const seen = drag && box && Math.abs(drag.to - drag.from) >= LEAST;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short way for the mouse; the fields beside it are for all.
    <div
      class="brush"
      ref={frame}
      onPointerDown={(event) => {
        if (event.pointerType === "mouse" && event.button === 0 && event.target instanceof SVGElement)
          setDrag({ from: event.clientX, to: event.clientX });
      }}
      onDragStart={(event) => event.preventDefault()}
      onClickCapture={(event) => {
        if (!dragged.current) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
      {seen && (
        <div
          class="brushed"
          style={{
            left: `${Math.min(drag.from, drag.to) - box.left}px`,
            width: `${Math.abs(drag.to - drag.from)}px`,
          }}
        />
      )}
    </div>
  );
}
