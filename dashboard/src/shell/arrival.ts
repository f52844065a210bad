// Coming to a screen: those who see it begin at its top, those who hear it at its heading, and an address with a place in it at that place.
// What is arrived at may come later than the address, with the code of the screen or with the answer that it draws.
const WAIT_MS = 5000;

function place(): HTMLElement | null {
  return location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
}

/** Focus makes a screen reader say the heading; it takes no place in the order of the tab key. */
function goTo(target: HTMLElement, named: boolean) {
  // The browser marks what an address names when it goes there itself, and not when a script changed the address or the place came late.
  if (named && !target.matches(":target")) location.replace(location.hash);
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (named) target.scrollIntoView();
}

/** Settles at the heading, or at the place named, once there is one; answers with how to give up. */
export function arrive(main: HTMLElement, before: Element | null): () => void {
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const look = () => {
    // Whoever has gone on to a field by now is not called back.
    if (document.activeElement !== before && document.activeElement !== document.body) return stop();
    const heading = main.querySelector("h1");
    const target = location.hash ? place() : heading;
    if (!target) return;
    goTo(target, location.hash !== "");
    stop();
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(stop, WAIT_MS);
  observer.observe(main, { childList: true, subtree: true });
  look();
  return stop;
}
