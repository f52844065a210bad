// Where the chip may go on the day, as recorded: how many destinations with each outcome, and which.
import { addressOf, type Document } from "../../api/client";
import { useGet } from "../../api/use";
import { spoken, today } from "../../dates";
import { Panel } from "../../ui/panel";
import { Shown } from "../../ui/states";
import { Badge } from "../../ui/verdict";
import { carried, circumstances, link, type UrlState } from "../../url";
import { plural } from "../../words";
import type { Chip } from "./figures";
import { reached } from "./reached";

type Matrix = Document<"/v1/matrix">;

function Outcomes({ chip, matrix, url }: { chip: Chip; matrix: Matrix; url: UrlState }) {
  const names = new Map(matrix.destinations.map(({ code, name }) => [code, name]));
  const rows = reached(matrix.items.flatMap(({ answers }) => answers));
  const check = (destination: string) =>
    link("/eligibility", {
      ...carried(url.state),
      chip: chip.id,
      destination,
      date: matrix.question.date,
    });
  return (
    <ul class="chip-reach">
      {rows.map(({ outcome, certain, destinations }) => (
        <li key={`${outcome}${certain}`}>
          <details>
            <summary>
              <Badge code={outcome} /> {plural(destinations.length, "destination")}
              {!certain && ", not certain: facts are missing"}
            </summary>
            <ul class="chip-places">
              {destinations.map((code) => (
                <li key={code}>
                  <a href={check(code)}>{names.get(code) ?? code}</a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

export function Reach({ chip, url }: { chip: Chip; url: UrlState }) {
  const { date, known_at, hq, export_from } = url.state;
  const query = {
    chips: [chip.id ?? ""],
    date,
    known_at,
    hq,
    export_from,
    circumstance: circumstances(url.state),
  };
  const answer = useGet("/v1/matrix", { query });
  const address = addressOf("/v1/matrix", { query });
  return (
    <Panel title="Where it may go" address={address} csv file={["matrix", chip.id, date || today()]}>
      <Shown answer={answer} what="the destinations">
        {(matrix) => (
          <>
            <p>
              On {spoken(matrix.question.date)}, as recorded by this data set
              {matrix.projected && matrix.meta.verified_through && (
                <>, projected from rulings verified through {spoken(matrix.meta.verified_through)}</>
              )}
              :
            </p>
            <Outcomes chip={chip} matrix={matrix} url={url} />
            {matrix.assumptions.length > 0 && <p class="small">{matrix.assumptions.join("; ")}.</p>}
          </>
        )}
      </Shown>
    </Panel>
  );
}
