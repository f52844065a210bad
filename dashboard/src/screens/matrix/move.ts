// Where a key takes one in the table. Row -1 and column -1 are the heads; their corner is nothing to stand on.

export interface At {
  row: number;
  column: number;
}

const PAGE = 10;

function step(at: At, key: string, whole: boolean, rows: number, columns: number): At | null {
  const { row, column } = at;
  switch (key) {
    case "ArrowUp":
      return { row: whole ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: whole ? rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: whole ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: whole ? columns - 1 : column + 1 };
    case "Home":
      return { row: whole ? 0 : row, column: 0 };
    case "End":
      return { row: whole ? rows - 1 : row, column: columns - 1 };
    case "PageUp":
      return { row: Math.max(row - PAGE, 0), column };
    case "PageDown":
      return { row: row + PAGE, column };
    default:
      return null;
  }
}

/** The place that `key` leads to; null where it is no key of the table's. At an edge one stays. `whole` is with Ctrl. */
export function move(at: At, key: string, whole: boolean, rows: number, columns: number): At | null {
  const next = step(at, key, whole, rows, columns);
  if (!next) return null;
  const to = {
    row: Math.min(Math.max(next.row, -1), rows - 1),
    column: Math.min(Math.max(next.column, -1), columns - 1),
  };
  return to.row < 0 && to.column < 0 ? at : to;
}
