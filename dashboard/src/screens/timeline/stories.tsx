// What stands here before anything is asked: stories that the data tells, each only an address.

import { Ready } from "../../ui/ready";

const STORIES = [
  {
    href: "/history?chip=h20&destination=CN",
    title: "The H20 to China",
    text: "From which day does it need a license, by what letter, on what terms, and what did the other side do?",
  },
  {
    href: "/history?chip=h200&destination=CN&from=2025-12-01",
    title: "The H200 to China since December 2025",
    text: "What was announced, when did it become a rule, and what did customs make of it?",
  },
  {
    href: "/history?chip=a800,h800&destination=CN&from=2023-01-01&to=2024-07-01",
    title: "The A800 and the H800, before and after October 2023",
    text: "Two chips side by side: which letter reached them first, and which rule followed?",
  },
];

export function Stories() {
  return <Ready questions={STORIES} />;
}
