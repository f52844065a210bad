// Asking from a component: one hook for any question, and what is known of its answer at each moment.
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, type Asked, addressOf, type Document, type GetPath, get } from "./client";
import { onReach } from "./reach";

export type Answer<T> =
  | { state: "idle" }
  /** `data` is the answer to the question before, to be shown dimmed rather than nothing. */
  | { state: "loading"; data?: T }
  | { state: "done"; data: T }
  | { state: "failed"; error: ApiError; again: () => void };

const REMEMBERED = 60;
const remembered = new Map<string, unknown>();

function remember(key: string, data: unknown) {
  remembered.delete(key);
  remembered.set(key, data);
  const oldest = remembered.keys().next();
  if (remembered.size > REMEMBERED && !oldest.done) remembered.delete(oldest.value);
}

/**
 * The answer to what `key` names; `ask` gets it. With a null key nothing is asked. What was answered before in this page is shown at once, and
 * asked again: the browser's cache and the API's ETags make that cheap.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ key: string | null; is: Answer<T> }>({
    key: null,
    is: { state: "idle" },
  });
  const current = useRef(ask);
  current.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks once more.
  useEffect(() => {
    if (key === null) return setAnswer({ key, is: { state: "idle" } });
    const stop = new AbortController();
    const known = remembered.get(key) as T | undefined;
    setAnswer((before) =>
      known !== undefined
        ? { key, is: { state: "done", data: known } }
        : { key, is: { state: "loading", data: "data" in before.is ? before.is.data : undefined } },
    );
    current.current(stop.signal).then(
      (data) => {
        remember(key, data);
        if (!stop.signal.aborted) setAnswer({ key, is: { state: "done", data } });
      },
      (cause) => {
        if (stop.signal.aborted) return;
        const error = cause instanceof ApiError ? cause : new ApiError(null, String(cause));
        setAnswer({ key, is: { state: "failed", error, again: () => setAttempt((n) => n + 1) } });
      },
    );
    return () => stop.abort();
  }, [key, attempt]);
  const lost = answer.is.state === "failed" && answer.is.error.problem === null;
  useEffect(() => {
    if (lost) return onReach((reached) => reached && setAttempt((n) => n + 1));
  }, [lost]);
  // Between a new key and its effect the answer still is the one before.
  if (key !== null && answer.key !== key)
    return { state: "loading", data: "data" in answer.is ? answer.is.data : undefined };
  return answer.is;
}

/** The answer of a path of the API; null asks nothing. */
export function useGet<P extends GetPath>(path: P, asked: Asked<P> | null): Answer<Document<P>> {
  const key = asked && addressOf(path, asked);
  return useAnswer(key, (signal) => get(path, asked as Asked<P>, signal));
}

/** What an answer holds by now, of this question or the one before; undefined when nothing. */
export function dataOf<T>(answer: Answer<T>): T | undefined {
  return "data" in answer ? answer.data : undefined;
}
