export default function Chips() {
  return <div class="screen" />;
}
