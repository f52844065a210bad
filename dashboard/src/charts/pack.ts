// Putting things of some width beside and below each other, in pixels.

/** For each stretch, in the order given, the first row in which it touches none before it. */
export function pack(stretches: readonly { x1: number; x2: number }[], gap: number): number[] {
  const taken: { x1: number; x2: number }[][] = [];
  return stretches.map((stretch) => {
    const free = taken.findIndex((row) =>
      row.every((other) => stretch.x1 >= other.x2 + gap || other.x1 >= stretch.x2 + gap),
    );
    const row = free === -1 ? taken.push([]) - 1 : free;
    taken[row]?.push(stretch);
    return row;
  });
}

/** As much of the text as fits, an ellipsis for the rest; null when not even a few letters do. */
export function fitted(text: string, width: number, measure: (text: string) => number): string | null {
  if (measure(text) <= width) return text;
  let length = Math.min(text.length, Math.floor((text.length * width) / Math.max(measure(text), 1)) + 1);
  while (length >= 4) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (measure(cut) <= width) return cut;
    length -= 1;
  }
  return null;
}

/** Items side by side, broken into lines: where each goes. */
export function flow(widths: readonly number[], width: number, gap: number): { x: number; line: number }[] {
  let x = 0;
  let line = 0;
  return widths.map((item) => {
    if (x > 0 && x + item > width) {
      x = 0;
      line += 1;
    }
    const place = { x, line };
    x += item + gap;
    return place;
  });
}

/** The text in lines of that width, broken between words; a word too long for a line is broken anywhere. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...broken(word, width, measure));
  }
  return lines;
}

function broken(word: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let rest = word;
  while (rest.length > 1 && measure(rest) > width) {
    let length = rest.length - 1;
    while (length > 1 && measure(rest.slice(0, length)) > width) length -= 1;
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...lines, rest];
}
