export default function Changes() {
  return <div class="screen" />;
}
