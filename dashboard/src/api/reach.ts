// Whether the server can be reached, as the last question found; those who wait for it are told when it changes.
type Listener = (reached: boolean) => void;

let now = true;
const listeners = new Set<Listener>();

export function reached(): boolean {
  return now;
}

/** Every question says how it went. */
export function noteReached(reached: boolean) {
  if (reached === now) return;
  now = reached;
  for (const listener of [...listeners]) listener(now);
}

/** Calls at each change; answers with how to stop. */
export function onReach(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
