export default function Diff() {
  return <div class="screen" />;
}
