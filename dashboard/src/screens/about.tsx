export default function About() {
  return <div class="screen" />;
}
