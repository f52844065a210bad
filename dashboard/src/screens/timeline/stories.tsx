// What stands here before anything is asked: stories that the data tells, each only an address.

const STORIES = [
  {
    href: "/history?chip=h20&destination=CN",
    title: "The H20 to China",
    text: "Made to stay below the line, free for a year and a half, then a letter, licenses with a revenue share, and a cold welcome on the other side.",
  },
  {
    href: "/history?chip=h200&destination=CN&from=2025-12-01",
    title: "The H200 to China since December 2025",
    text: "An announcement, a rule and what customs made of it: two lanes that do not move together.",
  },
  {
    href: "/history?chip=a800,h800&destination=CN&from=2023-01-01&to=2024-07-01",
    title: "The A800 and the H800, before and after October 2023",
    text: "Two chips made for one line, and what was left of them when the line moved.",
  },
];

export function Stories() {
  return (
    <ul class="stories">
      {STORIES.map(({ href, title, text }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
