// A found text with the words that were asked for marked. Marks are [start, length] in characters, which are not JavaScript's units.
import type { Schemas } from "../api/client";

type Excerpt = NonNullable<Schemas["ExcerptOrNull"]>;

/** The parts of a text, the marked ones told. */
export function parts(
  text: string,
  marks: readonly (readonly number[])[],
): { text: string; marked: boolean }[] {
  const characters = [...text];
  const out: { text: string; marked: boolean }[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) out.push({ text: characters.slice(at, end).join(""), marked });
    at = Math.max(at, end);
  };
  for (const [start = 0, length = 0] of marks) {
    add(start, false);
    add(start + length, true);
  }
  add(characters.length, false);
  return out;
}

export function Marked({ excerpt }: { excerpt: Excerpt }) {
  return (
    <>
      {parts(excerpt.text, excerpt.marks).map((part, i) =>
        part.marked ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
      )}
    </>
  );
}
