// The first page: a question to ask at once, answers that are ready, and what is new.

import { useId, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { addDays, today } from "../dates";
import { Combo } from "../ui/combo";
import { Ready } from "../ui/ready";
import { useTitle } from "../ui/title";
import { link, useUrlState } from "../url";
import { Freshness, Lately } from "./home/lately";
import { Stories } from "./home/stories";

const ONWARD = [
  {
    href: "/lines",
    title: "Which chips stand just under a line?",
    text: "Every chip by the figures that rules count by, and the lines of the day drawn among them.",
  },
  {
    href: "/matrix",
    title: "Which chips may go where today?",
    text: "Many chips and many places at one glance, and the same a year earlier.",
  },
  {
    href: link("/diff", { from: addDays(today(), -365), to: today() }),
    title: "Whose answer changed in a year?",
    text: "Every pair of chip and place whose answer is another, and the rulings that made it so.",
  },
];

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
      <div class="home-head">
        <h1>May this AI chip go there on that day?</h1>
        <p class="lib-lead">Under which rulings, on which side of the border, and since when.</p>
        <Ask />
      </div>
      <Stories />
      <section aria-labelledby="onward">
        <h2 id="onward">Ask otherwise</h2>
        <Ready questions={ONWARD} />
      </section>
      <Lately />
      <Freshness />
    </div>
  );
}
