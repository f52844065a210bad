export default function Search() {
  return <div class="screen" />;
}
