// Says that the server is out of reach, tries again by itself, and is gone once it answers: what failed meanwhile is then asked anew.
import { useEffect, useState } from "preact/hooks";
import { API_ORIGIN } from "../api/client";
import { noteReached, onReach, reached } from "../api/reach";

const AGAIN_MS = 5000;

async function probe() {
  try {
    await fetch(`${API_ORIGIN}/healthz`, { cache: "no-store" });
    noteReached(true);
  } catch {
    noteReached(false);
  }
}

export function Unreached() {
  const [away, setAway] = useState(!reached());
  useEffect(() => onReach((is) => setAway(!is)), []);
  useEffect(() => {
    const lost = () => noteReached(false);
    addEventListener("online", probe);
    addEventListener("offline", lost);
    return () => {
      removeEventListener("online", probe);
      removeEventListener("offline", lost);
    };
  }, []);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(probe, AGAIN_MS);
    return () => clearInterval(timer);
  }, [away]);
  return (
    <div role="status">
      {away && (
        <div class="banner banner-away">
          <span>
            <strong>{navigator.onLine ? "The server does not answer." : "You are offline."}</strong> What is
            shown was answered before; what is missing will be asked again as soon as there is a connection.
          </span>
          <button type="button" onClick={probe}>
            Try now
          </button>
        </div>
      )}
    </div>
  );
}
