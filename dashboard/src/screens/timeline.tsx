// How the answer for one chip, or several, to one destination changed over time, and by what.
import { dataOf } from "../api/use";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { useUrlState } from "../url";
import { Chronology } from "./timeline/chronology";
import { Question } from "./timeline/controls";
import { chipsOf, useBeside, useHistories } from "./timeline/data";
import { chipName } from "./timeline/model";
import { Lapsed, Pending } from "./timeline/notes";
import { Picture } from "./timeline/picture";
import { Stories } from "./timeline/stories";

export default function Timeline() {
  const url = useUrlState();
  const { state } = url;
  const answer = useHistories(state);
  const histories = dataOf(answer) ?? [];
  const beside = useBeside(answer.state === "done" ? answer.data : undefined, state);
  const names = histories.map(chipName).join(", ");
  const place = histories[0]?.matched.destination.name;
  const asked = chipsOf(state).length > 0 && Boolean(state.destination);
  const title = asked && place ? `${names} to ${place}, over time` : "Timeline";
  useTitle(title);
  return (
    <div class="screen">
      <h1>{title}</h1>
      {!asked && <p>Name a chip and a destination: on which days did the answer flip, and by what?</p>}
      <Question url={url} histories={asked ? histories : []} />
      {!asked && <Stories />}
      {asked && (
        <Shown answer={answer} what="the history">
          {(shown) => (
            <>
              <Picture url={url} histories={shown} beside={dataOf(beside)} />
              {beside.state === "failed" && (
                <Shown answer={beside} what="what was announced">
                  {() => null}
                </Shown>
              )}
              <Lapsed histories={shown} beside={dataOf(beside)} knownAt={state.known_at} />
              {shown.map((history) => (
                <Chronology key={history.question.chip} history={history} state={state} />
              ))}
              <Pending beside={dataOf(beside)} histories={shown} knownAt={state.known_at} />
            </>
          )}
        </Shown>
      )}
    </div>
  );
}
