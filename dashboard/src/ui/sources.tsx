// Where a fact comes from. An address is a link only when it is one of the web; whatever else stands there is text.
import type { ComponentChildren } from "preact";

export function isWeb(url: string | null | undefined): url is string {
  return !!url && /^https?:\/\//i.test(url);
}

/** A link out of the page, or the text alone. */
export function Out({ url, children }: { url: string | null | undefined; children: ComponentChildren }) {
  return isWeb(url) ? (
    <a href={url} rel="noopener noreferrer external">
      {children}
    </a>
  ) : (
    children
  );
}

const WORDS: Record<string, string> = {
  high: "high confidence",
  medium: "medium confidence",
  low: "low confidence",
};

export function Confidence({ level }: { level: string }) {
  return <span class={`confidence confidence-${level}`}>{WORDS[level] ?? level}</span>;
}
