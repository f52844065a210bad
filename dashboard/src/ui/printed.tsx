// What a printed page says of itself: where it comes from, when it was printed, and of which data it is.
import { dataOf, useGet } from "../api/use";
import { spoken, today } from "../dates";
import { permanent, useUrlState } from "../url";

export function Printed() {
  const { path, state } = useUrlState();
  const service = dataOf(useGet("/v1", { query: state.known_at ? { known_at: state.known_at } : {} }));
  const { data_version, verified_through } = service ?? {};
  return (
    <p class="printed">
      Printed on {spoken(today())} from {permanent(path, state, { known_at: data_version })}
      {service &&
        `. Data version ${data_version}, rulings verified through ${verified_through ? spoken(verified_through) : "no day"}.`}
    </p>
  );
}
