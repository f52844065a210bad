// Check: may this chip go there on that day, why, since when, and a receipt for it.
import { useGet } from "../api/use";
import { Ready } from "../ui/ready";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { link, type UrlState, useUrlState } from "../url";
import { AnswerView } from "./check/answer";
import { Form } from "./check/form";
import { historyOf, questionOf } from "./check/question";
import { headline } from "./check/receipt";

const EXAMPLES = [
  {
    href: link("/eligibility", { chip: "h200", destination: "CN", date: "2026-02-01" }),
    title: "H200 to China on February 1, 2026",
    text: "What does each side of the border ask, and since which day?",
  },
  {
    href: link("/eligibility", { chip: "h20", destination: "CN", date: "2025-04-15" }),
    title: "H20 to China on April 15, 2025",
    text: "Is a letter to one company law for this chip on that day?",
  },
  {
    href: link("/eligibility", { chip: "rtx 4090", destination: "AE", hq: "CN", date: "2023-12-01" }),
    title: "RTX 4090 to the Emirates on December 1, 2023",
    text: "What changes when the recipient has its headquarters in China?",
  },
];

function Start({ url }: { url: UrlState }) {
  const { chip, destination } = url.state;
  return (
    <section aria-labelledby="start">
      <h2 id="start">
        {chip && !destination ? "Where to?" : destination && !chip ? "Which chip?" : "Ask of one shipment"}
      </h2>
      <p class="lib-lead">
        Name a chip and a destination. The answer says what each law recorded here asks for on that day,
        because of which rulings, under which conditions and since when, with a receipt that gives the same
        answer later.
      </p>
      <Ready questions={EXAMPLES} />
    </section>
  );
}

export default function Check() {
  const url = useUrlState();
  const query = questionOf(url.state);
  const about = historyOf(url.state);
  const answer = useGet("/v1/eligibility", query && { query });
  const history = useGet("/v1/history", about && { query: about });
  const decision = answer.state === "done" ? answer.data : undefined;
  // A verdict in the title is of the question in the address, or there is none.
  useTitle(decision ? headline(decision) : "Check");
  return (
    <div class="screen check">
      <h1>May this chip go there on that day?</h1>
      <Form url={url} decision={decision} />
      {query ? (
        <Shown answer={answer} what="the answer">
          {(data) => <AnswerView decision={data} url={url} history={history} />}
        </Shown>
      ) : (
        <Start url={url} />
      )}
    </div>
  );
}
