// Rulings in a table, each with its state on the day that was asked about.
import type { Schemas } from "../api/client";
import { carried, link, type UrlState } from "../url";
import { capital, plain } from "../words";
import { Span, StateBadge } from "./state";

type Ruling = Schemas["RulingFields"];

interface Props {
  rulings: Ruling[];
  url: UrlState;
  label: string;
  /** With issuer, form and the day of its announcement, where the list is what the reader came for. */
  whole?: boolean;
}

function Row({ ruling, url, whole }: { ruling: Ruling; url: UrlState; whole: boolean }) {
  return (
    <tr>
      <td>
        <StateBadge state={ruling.state ?? "unknown"} />
      </td>
      <th scope="row" class="ruling-name">
        <a href={link(`/rulings/${ruling.id}`, carried(url.state, "date"))}>{ruling.title}</a>
        {whole && <span class="small ruling-issuer">{ruling.issuer}</span>}
      </th>
      <td>{ruling.jurisdiction}</td>
      {whole && <td>{capital(plain(ruling.kind ?? ""))}</td>}
      <td class="ruling-days">
        <Span from={ruling.effective_from ?? null} until={ruling.effective_until ?? null} />
      </td>
      {whole && <td class="ruling-days">{ruling.announced_on ?? "not known"}</td>}
    </tr>
  );
}

export function RulingTable({ rulings, url, label, whole = false }: Props) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table class="rulings">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Ruling</th>
            <th scope="col">Of</th>
            {whole && <th scope="col">Form</th>}
            <th scope="col">Effective</th>
            {whole && <th scope="col">Announced</th>}
          </tr>
        </thead>
        <tbody>
          {rulings.map((ruling) => (
            <Row key={ruling.id} ruling={ruling} url={url} whole={whole} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
