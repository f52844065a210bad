export default function Events() {
  return <div class="screen" />;
}
