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

/** Pages of one table as one: each brings the same head. */
export function joinedCsv(pages: string[]): string {
  return pages.map((page, i) => (i === 0 ? page : page.slice(page.indexOf("\r\n") + 2))).join("");
}

/** The page that a Link header names as the next. */
export function nextOf(header: string | null): string | null {
  return header?.match(/<([^>]*)>\s*;\s*rel="?next"?/)?.[1] ?? null;
}

const WHOLE_PAGE = "200";

/** The table of a list of the API: all of it, however much of it is shown. */
export function csvAddress(address: string): string {
  const [path = "", query = ""] = address.split("?");
  const asked = new URLSearchParams(query);
  asked.delete("facets");
  asked.set("format", "csv");
  if (asked.has("limit")) asked.set("limit", WHOLE_PAGE);
  return `${path}?${asked.toString().replace(/%2C/g, ",").replace(/%3A/g, ":")}`;
}

/** What a file is called: by the set it comes from, then by what is in it, for a folder full of them. */
export function fileName(parts: readonly (string | null | undefined)[]): string {
  const words = parts.map((part) => (part ?? "").toLowerCase().replace(/[^a-z0-9._]+/g, "-"));
  return ["navicert", ...words.map((word) => word.replace(/^-+|-+$/g, ""))]
    .filter(Boolean)
    .join("-")
    .slice(0, 120);
}
