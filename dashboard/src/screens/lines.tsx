export default function Lines() {
  return <div class="screen" />;
}
