// Where sources disagree: each question with what it is about. None is decided here.
import { addressOf, type Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { today } from "../dates";
import { Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { grouped } from "../ui/when";
import { useUrlState } from "../url";
import { plural } from "../words";

function Line({ dispute, knownAt }: { dispute: Schemas["DisputeFields"]; knownAt: string | undefined }) {
  return (
    <li>
      <a href={pageOf("dispute", dispute.id ?? "", knownAt)}>{dispute.question}</a>{" "}
      <span class="small">{plural(dispute.positions?.length ?? 0, "position")}</span>
    </li>
  );
}

export default function Disputes() {
  useTitle("Disputes");
  const url = useUrlState();
  const { q, about, known_at } = url.state;
  const filter = about ? { about } : undefined;
  const query = {
    q: q || undefined,
    known_at,
    sort: "about",
    limit: 100,
    filter,
  };
  const answer = usePages("/v1/disputes", query, pagesOf(url.state));
  const at = (more: object) => addressOf("/v1/disputes", { query: { ...query, ...more } });
  return (
    <div class="screen">
      <h1>Disputes</h1>
      <p>Where sources contradict each other, every position is kept, and none is taken.</p>
      <div class="fields">
        <Written label="Words" name="q" url={url} />
      </div>
      <Panel title="Open questions" address={at({})} csv file={["disputes", today()]}>
        <Shown answer={answer} what="disputes">
          {(list) =>
            list.items.length === 0 ? (
              <Empty>No dispute is recorded that fits.</Empty>
            ) : (
              <>
                {grouped(list.items as Schemas["DisputeFields"][], (dispute) => dispute.about ?? "").map(
                  (group) => (
                    <section key={group.name} class="lib-about">
                      <h3>
                        About <code>{group.name}</code>
                      </h3>
                      <ul class="lib-list">
                        {group.items.map((dispute) => (
                          <Line key={dispute.id} dispute={dispute} knownAt={known_at} />
                        ))}
                      </ul>
                    </section>
                  ),
                )}
                <More list={list} one="dispute" url={url} />
              </>
            )
          }
        </Shown>
      </Panel>
    </div>
  );
}
