// The first page: a question to ask at once, answers that are ready, and what is new.

import { useId, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { today } from "../dates";
import { Combo } from "../ui/combo";
import { useTitle } from "../ui/title";
import { link, useUrlState } from "../url";
import { Freshness, Lately } from "./home/lately";
import { Stories } from "./home/stories";

function Ask() {
  const { state } = useUrlState();
  const { route } = useLocation();
  const id = useId();
  const [chip, setChip] = useState(state.chip ?? "");
  const [destination, setDestination] = useState(state.destination ?? "");
  const [date, setDate] = useState(today());
  return (
    <form
      class="panel home-ask"
      aria-label="Check a chip"
      onSubmit={(event) => {
        event.preventDefault();
        route(link("/eligibility", { chip, destination, date }));
      }}
    >
      <Combo
        label="Chip"
        kind="chip"
        required
        placeholder="H20, MI300X, Ascend …"
        value={chip}
        onChoose={setChip}
      />
      <Combo
        label="Destination"
        kind="destination"
        required
        placeholder="China, AE, Singapore …"
        value={destination}
        onChoose={setDestination}
      />
      <div class="field">
        <label for={id}>Date</label>
        <input
          id={id}
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="primary">
        Check
      </button>
    </form>
  );
}

export default function Home() {
  useTitle("");
  return (
    <div class="screen">
      <h1>May this AI chip go there on that day?</h1>
      <p class="lib-lead">Under which rulings, on which side of the border, and since when.</p>
      <Ask />
      <Stories />
      <Lately />
      <Freshness />
    </div>
  );
}
