// The name of the page in tabs, bookmarks and the history.
import { useEffect } from "preact/hooks";

export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · navicert` : "navicert";
  }, [title]);
}
