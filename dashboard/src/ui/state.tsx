// The state of a ruling on a day. These are no verdicts and have none of their colours: what is in force is solid, what is not yet is hatched,
// what no longer holds is struck through.
import { capital, plain } from "../words";

export function StateBadge({ state }: { state: string }) {
  return <span class={`state state-${state}`}>{capital(plain(state))}</span>;
}

/** From one day until before another, in words; a null end is open. */
export function Span({ from, until }: { from: string | null; until: string | null }) {
  if (!from && !until) return <>no day recorded</>;
  if (!until) return <>from {from}</>;
  return (
    <>
      {from ? `${from} ` : ""}until {until}
    </>
  );
}
