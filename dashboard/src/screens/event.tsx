export default function Event() {
  return <div class="screen" />;
}
