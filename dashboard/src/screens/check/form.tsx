// The question: what is asked about, and what is stated beside it.
import { useId } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { ChipField, DayField, KnownAtField, PlaceField } from "../../ui/fields";
import type { UrlState } from "../../url";
import { term } from "../../words";
import type { Decision } from "./question";
import { Unfold } from "./unfold";

type Circumstance = Schemas["Circumstance"];

export function useCircumstances(): Circumstance[] {
  return dataOf(useGet("/v1", {}))?.circumstances ?? [];
}

/** States one circumstance, or takes the statement back. Texts may be others than those that provisions ask for. */
export function CircumstanceField({ url, circumstance }: { url: UrlState; circumstance: Circumstance }) {
  const id = useId();
  const { field, type, values } = circumstance;
  const name = `circumstance.${field}`;
  const value = url.state[name] ?? "";
  const state = (text: string) => url.change({ [name]: text.trim() });
  const known = type === "boolean" ? ["true", "false"] : values.map(String);
  return (
    <div class="field circumstance">
      <label for={id}>{term(field)}</label>
      {type === "boolean" ? (
        <select id={id} value={value} onChange={(event) => state(event.currentTarget.value)}>
          <option value="">not stated</option>
          {value && !known.includes(value) && <option value={value}>{value}</option>}
          <option value="true">yes</option>
          <option value="false">no</option>
        </select>
      ) : (
        <>
          <input
            id={id}
            list={`${id}-known`}
            inputMode={type === "number" ? "decimal" : undefined}
            placeholder="not stated"
            value={value}
            maxLength={128}
            onChange={(event) => state(event.currentTarget.value)}
          />
          <datalist id={`${id}-known`}>
            {known.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        </>
      )}
    </div>
  );
}

/** Whether something stands in the folded part, which is then not folded. */
function statesMore(url: UrlState): boolean {
  return Object.keys(url.state).some((name) => name === "export_from" || name.startsWith("circumstance."));
}

function More({ url, decision }: { url: UrlState; decision: Decision | undefined }) {
  const circumstances = useCircumstances();
  return (
    <Unfold
      url={url}
      name="view_more"
      open={statesMore(url)}
      class="question-more"
      title="Export from, and circumstances"
    >
      <div class="fields-grid">
        <PlaceField
          url={url}
          parameter="export_from"
          label="Export from"
          placeholder={decision ? `${decision.matched.export_from.name}, as assumed` : "not stated"}
          name={url.state.export_from ? decision?.matched.export_from.name : undefined}
        />
        {circumstances.map((circumstance) => (
          <CircumstanceField key={circumstance.field} url={url} circumstance={circumstance} />
        ))}
      </div>
    </Unfold>
  );
}

/** `decision` is the answer to what stands here; it knows the names. */
export function Form({ url, decision }: { url: UrlState; decision: Decision | undefined }) {
  const { matched } = decision ?? {};
  return (
    <form class="question" aria-label="Question" onSubmit={(event) => event.preventDefault()}>
      <div class="fields">
        <ChipField url={url} name={matched?.chip?.name} />
        <PlaceField url={url} parameter="destination" label="Destination" name={matched?.destination.name} />
        <div class="hq-field">
          <PlaceField
            url={url}
            parameter="hq"
            label="Recipient's headquarters"
            placeholder="not stated"
            name={matched?.hq?.name}
          />
        </div>
        <DayField url={url} name="date" label="On the day" />
        <KnownAtField url={url} />
      </div>
      <More url={url} decision={decision} />
    </form>
  );
}

/** How names were understood, where it is more than the id itself. */
export function Understood({ decision }: { decision: Decision }) {
  const { chip, destination, hq, export_from } = decision.matched;
  const said = [chip, destination, hq, export_from].filter(
    (match) => match && match.how !== "id" && match.text.toLowerCase() !== match.name.toLowerCase(),
  );
  if (said.length === 0) return null;
  return (
    <p class="small understood">
      Understood:{" "}
      {said.map(
        (match, i) =>
          match && (
            <span key={match.text}>
              {i > 0 && "; "}“{match.text}” as <strong>{match.name}</strong> <code>{match.id}</code>
              {match.how === "product" ? ", the default variant of that product" : ""}
              {match.how === "alias" ? ", of which it is another name" : ""}
            </span>
          ),
      )}
      .
    </p>
  );
}
