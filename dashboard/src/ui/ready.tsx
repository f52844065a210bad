// Questions that are ready, for who comes without one: each is only an address.

export interface Question {
  href: string;
  title: string;
  text: string;
}

export function Ready({ questions }: { questions: readonly Question[] }) {
  return (
    <ul class="ready">
      {questions.map(({ href, title, text }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
