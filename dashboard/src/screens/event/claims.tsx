// Claims are those of their speakers. A fact, an opinion, a forecast and a denial are told apart by a word and by a sign.
import type { Schemas } from "../../api/client";
import { capital, figure, plain } from "../../words";

type Stance = Schemas["Stance"];

const SIGNS: Record<Stance, string> = { fact: "●", opinion: "◐", forecast: "▷", denial: "✕" };
const WORDS: Record<Stance, string> = {
  fact: "Stated as fact",
  opinion: "Opinion",
  forecast: "Forecast",
  denial: "Denial",
};

function Claim({ claim }: { claim: Schemas["Claim"] }) {
  const { metric } = claim;
  return (
    <li class={`lib-claim lib-claim-${claim.stance}`}>
      <p class="lib-stance">
        <span aria-hidden="true">{SIGNS[claim.stance] ?? "○"}</span>{" "}
        {WORDS[claim.stance] ?? capital(plain(claim.stance))}
      </p>
      <p>
        <strong>{claim.speaker}</strong> <span class="small">({claim.role})</span>: {claim.statement}
      </p>
      {metric && (
        <p class="small">
          {capital(plain(metric.name))}: {figure(metric.value)} {plain(metric.unit)}
        </p>
      )}
    </li>
  );
}

export function Claims({ claims }: { claims: Schemas["Claim"][] }) {
  return (
    <ul class="lib-list">
      {claims.map((claim, i) => (
        <Claim key={i} claim={claim} />
      ))}
    </ul>
  );
}
