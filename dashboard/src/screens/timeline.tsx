// How the answer for one chip, or several, to one destination changed over time, and by what.
import { useMemo } from "preact/hooks";
import { dataOf } from "../api/use";
import { Fault, Loading, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { type UrlState, useUrlState } from "../url";
import { Chronology } from "./timeline/chronology";
import { Question } from "./timeline/controls";
import { type Beside, chipsNamed, chipsOf, MOST_CHIPS, useBeside, useHistories } from "./timeline/data";
import { chipName, type History } from "./timeline/model";
import { Lapsed, Pending } from "./timeline/notes";
import { Picture } from "./timeline/picture";
import { Stories } from "./timeline/stories";
import { viewOf } from "./timeline/view";

interface AnsweredProps {
  url: UrlState;
  histories: History[];
  beside: Beside | undefined;
  /** What is beside is on its way; the picture is drawn once, with it. */
  waiting: boolean;
}

function Answered({ url, histories, beside, waiting }: AnsweredProps) {
  const view = useMemo(() => viewOf(histories, beside), [histories, beside]);
  const knownAt = url.state.known_at;
  return (
    <>
      {waiting ? <Loading what="the picture" /> : <Picture url={url} view={view} />}
      <Lapsed view={view} knownAt={knownAt} />
      {histories.map((history) => (
        <Chronology key={history.question.chip} history={history} state={url.state} />
      ))}
      <Pending view={view} knownAt={knownAt} />
    </>
  );
}

export default function Timeline() {
  const url = useUrlState();
  const { state } = url;
  const answer = useHistories(state);
  const histories = dataOf(answer) ?? [];
  const beside = useBeside(dataOf(answer), state);
  const names = histories.map(chipName).join(", ");
  const place = histories[0]?.matched.destination.name;
  const asked = chipsOf(state).length > 0 && Boolean(state.destination);
  const title = asked && place ? `${names} to ${place}, over time` : "Timeline";
  const left = chipsNamed(state).length - MOST_CHIPS;
  useTitle(title);
  return (
    <div class="screen">
      <h1>{title}</h1>
      {!asked && <p>Name a chip and a destination: on which days did the answer flip, and by what?</p>}
      <Question url={url} histories={asked ? histories : []} />
      {!asked && <Stories />}
      {left > 0 && (
        <p class="note">
          A picture holds {MOST_CHIPS} chips: the last {left} of the address {left === 1 ? "is" : "are"} left
          out.
        </p>
      )}
      {asked && beside.state === "failed" && <Fault error={beside.error} again={beside.again} />}
      {asked && (
        <Shown answer={answer} what="the history">
          {(shown) => (
            <Answered
              url={url}
              histories={shown}
              beside={dataOf(beside)}
              waiting={beside.state === "loading" && !beside.data}
            />
          )}
        </Shown>
      )}
    </div>
  );
}
