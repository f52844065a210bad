export default function Rulings() {
  return <div class="screen" />;
}
