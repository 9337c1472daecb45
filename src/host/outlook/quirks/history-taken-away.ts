/**
 * office.js sets `history.pushState` and `replaceState` to null for the whole page. They are properties of its own that
 * hide the browser's: without them the browser's are there again. The pane needs none of them, but what a library does
 * at an address must not fail for that.
 */
export function giveHistoryBack(history: History): void {
  for (const name of ['pushState', 'replaceState'] as const)
    if (history[name] === null) Reflect.deleteProperty(history, name);
}
