export default function Timeline() {
  return <div class="screen" />;
}
