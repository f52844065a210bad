export default function Disputes() {
  return <div class="screen" />;
}
