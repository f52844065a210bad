export default function Destinations() {
  return <div class="screen" />;
}
