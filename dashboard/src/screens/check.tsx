export default function Check() {
  return <div class="screen" />;
}
