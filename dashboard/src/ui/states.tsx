// What stands where an answer will be, or could not be: waiting, a fault in the API's own words, nothing found.
import type { ComponentChildren } from "preact";
import { API_ORIGIN, type ApiError, type Problem } from "../api/client";
import type { Answer } from "../api/use";
import { corrected, useUrlState } from "../url";

type Errors = NonNullable<Problem["errors"]>;

export function Loading({ what }: { what: string }) {
  return (
    <p class="loading" role="status">
      Asking for {what} …
    </p>
  );
}

/** A problem of the API: its title, its detail, and each fault, and what may have been meant. */
export function Fault({ error, again }: { error: ApiError; again?: () => void }) {
  const { problem } = error;
  return (
    <section class="fault" role="alert">
      <h2>{problem ? problem.title : "No answer"}</h2>
      <p>{error.message}</p>
      {problem?.errors && (
        <>
          <Faults errors={problem.errors} detail={problem.detail} />
          <Suggestions errors={problem.errors} />
        </>
      )}
      {again && (
        <p>
          <button type="button" onClick={again}>
            Ask again
          </button>
        </p>
      )}
      {problem && (
        <p class="small">
          <a href={new URL(problem.type, API_ORIGIN).href}>What {problem.code} means</a> · request{" "}
          {problem.instance}
        </p>
      )}
    </section>
  );
}

function Faults({ errors, detail }: { errors: Errors; detail: string }) {
  const telling = errors.filter((error) => error.detail && (error.detail !== detail || error.pointer));
  if (telling.length === 0) return null;
  return (
    <ul>
      {telling.map((error, i) => (
        <li key={i}>
          {error.pointer && (
            <>
              <code>{error.pointer}</code>:{" "}
            </>
          )}
          {error.detail}
        </li>
      ))}
    </ul>
  );
}

/** What the API thinks may have been meant, a click away where the address is what it was written in. */
function Suggestions({ errors }: { errors: Errors }) {
  const { path, state } = useUrlState();
  const meant = new Map(
    errors.flatMap(({ parameter = "", value, suggestion }) =>
      suggestion ? [[String(suggestion), corrected(path, state, parameter, value, suggestion)]] : [],
    ),
  );
  if (meant.size === 0) return null;
  return (
    <>
      <p>Did you mean</p>
      <ul class="suggestions">
        {[...meant].map(([words, href]) => (
          <li key={words}>{href ? <a href={href}>{words}</a> : words}</li>
        ))}
      </ul>
    </>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/**
 * An answer in each of its states. The answer to the question before stays, dimmed, while the next is on its way: `children` draws both.
 */
export function Shown<T>(props: {
  answer: Answer<T>;
  what: string;
  children: (data: T) => ComponentChildren;
}) {
  const { answer, what, children } = props;
  switch (answer.state) {
    case "idle":
      return null;
    case "failed":
      return <Fault error={answer.error} again={answer.again} />;
    case "loading":
      return answer.data === undefined ? (
        <Loading what={what} />
      ) : (
        // The same element as below, so that what is within stays where it is: its focus, its scroll, its charts.
        <div class="stale" aria-busy="true">
          {children(answer.data)}
        </div>
      );
    case "done":
      return <div>{children(answer.data)}</div>;
  }
}
