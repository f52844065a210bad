// Where names stand in a picture so that none covers another: each takes the first of its places that is free.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** For each list of places the first that lies in the frame and touches nothing placed before; null where none does. The boxes taken go to `taken`. */
export function place(wishes: Box[][], frame: Box, taken: Box[]): (Box | null)[] {
  return wishes.map((places) => {
    const free = places.find((box) => inside(box, frame) && !taken.some((other) => overlap(box, other)));
    if (free) taken.push(free);
    return free ?? null;
  });
}

/** As wide as a text is about to be, in a sans-serif of that size. */
export function textWidth(text: string, size: number): number {
  return (
    [...text].reduce(
      (sum, letter) => sum + (/[A-Z0-9mw—–]/.test(letter) ? 0.7 : /[ilt.,:;|' ]/.test(letter) ? 0.38 : 0.62),
      0,
    ) * size
  );
}

/** A text in lines no wider than that, cut with an ellipsis where there are more than `most`. */
export function wrapped(text: string, width: number, size: number, most = 9): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${kept[most - 1]} …`;
  return kept;
}
