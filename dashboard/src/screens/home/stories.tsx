// Stories that are ready: the answer to one question over time, as small as it can be told.
import { dataOf, useGet } from "../../api/use";
import { spoken, today } from "../../dates";
import { Shown } from "../../ui/states";
import { RulingLink } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { link } from "../../url";
import { plural, verdict } from "../../words";
import { type Band, bandsOf, firstSentence, share } from "./bands";

interface Story {
  chip: string;
  destination: string;
  from: string;
}

// Which questions stand on the first page; all that is told of them comes from the API.
const STORIES: Story[] = [
  { chip: "h20", destination: "CN", from: "2023-01-01" },
  { chip: "h200", destination: "CN", from: "2025-12-01" },
  { chip: "a800", destination: "CN", from: "2023-01-01" },
  { chip: "h800", destination: "CN", from: "2023-01-01" },
];

const WIDTH = 1000;
const HEIGHT = 36;

function Strip({ bands, label }: { bands: Band[]; label: string }) {
  const from = bands[0]?.from ?? "";
  const to = bands.at(-1)?.until ?? "";
  return (
    <figure class="home-strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {bands.map((band) => {
          const x = share(band.from, from, to) * WIDTH;
          const width = share(band.until, from, to) * WIDTH - x;
          return (
            <rect
              key={band.from}
              class={`home-band tone-${verdict(band.outcome).tone}${band.projected ? " home-projected" : ""}`}
              x={x}
              width={Math.max(width - 3, 3)}
              height={HEIGHT}
            />
          );
        })}
      </svg>
      <figcaption>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}

function Flips({ bands }: { bands: Band[] }) {
  return (
    <ol class="home-flips">
      {bands.map((band, i) => (
        <li key={band.from}>
          <span class="home-when">{band.from}</span>
          <Badge code={band.outcome} />
          {i > 0 && band.changedBy.length > 0 && (
            <span class="small">
              {band.changedBy.map((ruling, n) => (
                <span key={ruling.id}>
                  {n > 0 && "; "}
                  <RulingLink ruling={ruling} />
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Told({ story }: { story: Story }) {
  const { chip, destination, from } = story;
  const history = useGet("/v1/history", {
    query: { chip, destination, from },
  });
  const now = dataOf(useGet("/v1/eligibility", { query: { chip, destination } }));
  return (
    <Shown answer={history} what="a story">
      {({ intervals, matched }) => {
        const bands = bandsOf(intervals, today());
        const name = `${matched.chip?.name ?? chip} to ${matched.destination.name}`;
        return (
          <>
            <h3>
              <a href={link("/history", { chip, destination, from })}>{name}</a>
            </h3>
            {now && (
              <p class="home-sentence">
                {firstSentence(now.summary ?? "")}{" "}
                <a href={link("/eligibility", { chip, destination })}>Why</a>
              </p>
            )}
            <Strip
              bands={bands}
              label={`${name}, since ${spoken(from)}: ${bands.map((band) => `${verdict(band.outcome).words} from ${band.from}`).join(", ")}`}
            />
            <Flips bands={bands} />
            <p class="small home-more">
              {plural(Math.max(intervals.length - 1, 0), "change")} of the answer or of its grounds since{" "}
              {spoken(from)}: <a href={link("/history", { chip, destination, from })}>the timeline</a>
            </p>
          </>
        );
      }}
    </Shown>
  );
}

export function Stories() {
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">How the answer changed</h2>
      <div class="home-stories">
        {STORIES.map((story) => (
          <article class="panel" key={story.chip}>
            <Told story={story} />
          </article>
        ))}
      </div>
    </section>
  );
}
