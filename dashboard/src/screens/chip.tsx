export default function Chip() {
  return <div class="screen" />;
}
