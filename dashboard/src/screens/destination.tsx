export default function Destination() {
  return <div class="screen" />;
}
