import { useTitle } from "../ui/title";

export default function Home() {
  useTitle("");
  return (
    <div class="screen">
      <h1>May this AI chip go there on that day?</h1>
    </div>
  );
}
