export default function Ruling() {
  return <div class="screen" />;
}
