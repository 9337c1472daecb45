declare global {
  interface Window {
    /** When the page was ready: milliseconds since its navigation began. */
    readyAfter?: number;
  }
}

/** Notes the moment at which `selector` first finds something. */
export function noteWhenReady(selector: string): void {
  const note = () => {
    if (window.readyAfter !== undefined || !document.querySelector(selector)) return;
    window.readyAfter = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(note);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
}
