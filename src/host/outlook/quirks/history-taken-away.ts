/**
 * office.js sets `history.pushState` and `replaceState` to null, which breaks every piece of code that goes by them,
 * and its promise of the library's own navigation is void: keep both while they are there and put them back after.
 */
export function keepHistory(history: History): () => void {
  const { pushState, replaceState } = history;
  return () => {
    history.pushState = pushState;
    history.replaceState = replaceState;
  };
}
