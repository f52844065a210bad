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
  return (
    <button
      type="button"
      class="theme"
      onClick={change}
      aria-label={`Colours: ${theme}. Change to ${NEXT[theme]}`}
    >
      {theme === "auto" ? "Auto" : theme === "light" ? "Light" : "Dark"}
    </button>
  );
}
