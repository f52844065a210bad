// Light or dark: as the system has it, unless chosen here. The choice is this browser's alone, so it is in no address.
import { useState } from "preact/hooks";

type Theme = "auto" | "light" | "dark";
const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const KEY = "navicert-theme";

function stored(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto";
  }
}

function apply(theme: Theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

apply(stored());

// A half disc for what the system has, a sun, and a moon.
const SIGNS: Record<Theme, string> = {
  auto: "M8 2a6 6 0 0 1 0 12Z",
  light: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  dark: "M13 10A6 6 0 0 1 6 3a5.5 5.5 0 1 0 7 7Z",
};

function Sign({ theme }: { theme: Theme }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {theme === "auto" && <circle cx="8" cy="8" r="6" />}
      {theme === "light" && (
        <path d="M8 .8v1.6M8 13.6v1.6M.8 8h1.6M13.6 8h1.6M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1" />
      )}
      <path class="theme-full" d={SIGNS[theme]} />
    </svg>
  );
}

export function ThemeSwitch() {
  const [theme, setTheme] = useState(stored);
  const change = () => {
    const next = NEXT[theme];
    setTheme(next);
    apply(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Then it lasts as long as the page.
    }
  };
  const says = `Colors: ${theme === "auto" ? "as the system has them" : theme}. Change to ${NEXT[theme]}`;
  return (
    <button type="button" class="theme" onClick={change} aria-label={says} title={says}>
      <Sign theme={theme} />
    </button>
  );
}
