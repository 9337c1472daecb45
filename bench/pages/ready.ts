declare global {
  interface Window {
    /** When the page was ready: milliseconds since its navigation began. */
    readyAfter?: number;
  }
}

/** Notes the moment at which `selector` first finds something, and says it: `ready after 123.4`. */
export function noteWhenReady(selector: string): void {
  const note = () => {
    if (window.readyAfter !== undefined || !document.querySelector(selector)) return;
    window.readyAfter = performance.now();
    observer.disconnect();
    console.debug(`ready after ${window.readyAfter}`);
  };
  const observer = new MutationObserver(note);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
}
