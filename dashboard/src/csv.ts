// Tables of the page as RFC 4180, under the rules that the API has for its own: a text that begins like a formula has an apostrophe before it.

export interface Csv {
  columns: string[];
  rows: (string | number | boolean | null | undefined)[][];
}

function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return safe === "" || /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csvText({ columns, rows }: Csv): string {
  return `${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
