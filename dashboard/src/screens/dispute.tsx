export default function Dispute() {
  return <div class="screen" />;
}
