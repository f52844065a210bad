// What of the address narrows the list of chips, and how it is sorted.

export interface Column {
  title: string;
  /** The field of the API that it sorts by. */
  sort: string;
  number?: boolean;
}

export const COLUMNS: Column[] = [
  { title: "Chip", sort: "name" },
  { title: "Vendor", sort: "vendor" },
  { title: "Segment", sort: "segment" },
  { title: "TPP", sort: "tpp", number: true },
  { title: "Density", sort: "performance_density", number: true },
  { title: "Memory", sort: "memory.bandwidth_gb_s", number: true },
  { title: "Interconnect", sort: "interconnect.bandwidth_gb_s", number: true },
  { title: "Released", sort: "released_on" },
  { title: "Confidence", sort: "confidence" },
];

/** The strongest first, where the address says nothing. */
export const SORT = "-tpp";

const FILTERS =
  /^(id|product|vendor|vendor_country|family|segment|kind|market|confidence|process|tpp|performance_density|memory|interconnect|die_area_mm2|released_on|announced_on)\b/;

/** The filters of the API that the address names, as they are written there. */
export function chipFilter(state: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).filter(([name, value]) => FILTERS.test(name) && value));
}

/** How a list sorted by `sort` lies by `field`; null where that is not its first field. */
export function order(sort: string, field: string): "ascending" | "descending" | null {
  const [first] = sort.split(",");
  if (first === field) return "ascending";
  return first === `-${field}` ? "descending" : null;
}

/** The sorting that a click on the head of `field` asks for. */
export function turned(sort: string, field: string): string {
  return order(sort, field) === "descending" ? field : `-${field}`;
}
