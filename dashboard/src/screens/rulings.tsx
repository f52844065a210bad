// All rulings with their state on a day: whole law, announcements and drafts, told apart.
import { addressOf, type Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { useGet } from "../api/use";
import { spoken, today } from "../dates";
import { ChipField, DayField, PlaceField } from "../ui/fields";
import { Choice, Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { RulingTable } from "../ui/rulings";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { type UrlState, useUrlState } from "../url";

const PAGE = 50;

// The states, in the order in which law comes and goes: typed, so that a new one of the API is a fault here.
const STATES: Record<Schemas["RulingState"], number> = {
  proposed: 1,
  announced: 2,
  scheduled: 3,
  in_force: 4,
  suspended: 5,
  ended: 6,
};

const FILTERS = ["jurisdiction", "kind", "standing", "issuer", "confidence", "effect", "eccn", "citation"];

function Filters({ url }: { url: UrlState }) {
  const all = useGet("/v1/rulings", {
    query: { facets: "jurisdiction,kind,effect", fields: "id", limit: 1, known_at: url.state.known_at },
  });
  const values = "data" in all ? all.data?.facets : undefined;
  const states = Object.keys(STATES).map((value) => ({ value }));
  return (
    <search>
      <div class="fields">
        <Written label="Words" name="q" url={url} placeholder="title, summary …" />
        <ChipField url={url} label="Reaches the chip" required={false} />
        <PlaceField url={url} parameter="destination" label="For the destination" required={false} />
        <DayField label="State on" name="date" url={url} />
        <Choice label="State" name="status" url={url} values={states} />
        <Choice label="Of" name="jurisdiction" url={url} values={values?.jurisdiction} />
        <Choice label="Form" name="kind" url={url} values={values?.kind} />
        <Choice label="Effect" name="effect" url={url} values={values?.effect} />
      </div>
    </search>
  );
}

function filterOf(state: Record<string, string>): Record<string, string> {
  return Object.fromEntries(FILTERS.flatMap((name) => (state[name] ? [[name, state[name]]] : [])));
}

export default function Rulings() {
  useTitle("Rulings");
  const url = useUrlState();
  const { q, chip, destination, status, date, known_at, sort } = url.state;
  const query = {
    q: q || undefined,
    chip,
    destination,
    status: status?.split(","),
    date,
    known_at,
    sort,
    limit: PAGE,
    fields: "id,title,issuer,jurisdiction,kind,state,effective_from,effective_until,announced_on",
    filter: filterOf(url.state),
  };
  const answer = usePages("/v1/rulings", query, pagesOf(url.state));
  const asked = { query };
  return (
    <div class="screen">
      <h1>Rulings</h1>
      <Filters url={url} />
      <Panel
        title="Recorded rulings"
        address={addressOf("/v1/rulings", asked)}
        csv
        file={["rulings", chip, destination, date || today()]}
      >
        <Shown answer={answer} what="rulings">
          {(list) => (
            <>
              {list.meta.date && (
                <p class="small">
                  With their state on {spoken(list.meta.date)}, as recorded by this data set. The latest to
                  begin come first.
                </p>
              )}
              {list.items.length > 0 ? (
                <RulingTable rulings={list.items} url={url} label="Rulings" whole />
              ) : (
                <Empty>No recorded ruling is like that.</Empty>
              )}
              <More list={list} one="ruling" url={url} />
            </>
          )}
        </Shown>
      </Panel>
    </div>
  );
}
