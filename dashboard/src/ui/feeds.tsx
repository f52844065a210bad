// The feeds, for any reader of Atom: what was recorded, and what happened.
import { API_ORIGIN } from "../api/client";

export function Feeds() {
  return (
    <p class="small feeds">
      To be told: <a href={`${API_ORIGIN}/v1/changes?format=atom`}>changes of the data (Atom)</a> ·{" "}
      <a href={`${API_ORIGIN}/v1/events?format=atom`}>events (Atom)</a> ·{" "}
      <a href="/changes">the feed, document by document</a>
    </p>
  );
}
