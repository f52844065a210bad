// Following what is recorded, as the API offers it: one question at a time that the server holds until there is news.

export interface NewsPage<T> {
  items: T[];
  next: string | null;
  meta: { data_version: number };
}

export interface Following<T> {
  /** The data version that is known already. */
  since: number;
  /** Asks for what was recorded after a version; the server answers late, perhaps with nothing. */
  ask: (since: number, signal: AbortSignal) => Promise<NewsPage<T>>;
  readNext: (next: string, signal: AbortSignal) => Promise<NewsPage<T>>;
  onNews: (items: T[]) => void;
  /** Null when all is well again. */
  onFault: (fault: unknown) => void;
  /** Resolves after so many milliseconds, or when the signal says stop. */
  rest: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Resolves once somebody looks at the page. */
  looked: (signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

const REST_MS = 1000;
const LONGEST_REST_MS = 60_000;

async function news<T>(since: number, { ask, readNext, signal }: Following<T>) {
  let page = await ask(since, signal);
  const items = [...page.items];
  while (page.next) {
    page = await readNext(page.next, signal);
    items.push(...page.items);
  }
  return { items, upTo: page.meta.data_version };
}

/** Until the signal: asks, rests, and rests longer after each fault. Asks nothing while nobody looks. */
export async function follow<T>(way: Following<T>): Promise<void> {
  const { onNews, onFault, rest, looked, signal } = way;
  let since = way.since;
  let pause = REST_MS;
  while (!signal.aborted) {
    await looked(signal);
    if (signal.aborted) return;
    try {
      const { items, upTo } = await news(since, way);
      if (signal.aborted) return;
      since = upTo;
      pause = REST_MS;
      onFault(null);
      if (items.length > 0) onNews(items);
    } catch (fault) {
      if (signal.aborted) return;
      pause = Math.min(pause * 2, LONGEST_REST_MS);
      onFault(fault);
    }
    await rest(pause, signal);
  }
}

export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
