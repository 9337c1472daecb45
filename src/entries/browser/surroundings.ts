/** Whether the browser is online and the page is seen, and word when either changes. */
export interface Surroundings {
  online(): boolean;
  visible(): boolean;
  onChange(changed: () => void, signal: AbortSignal): void;
}

export const browserSurroundings: Surroundings = {
  online: () => navigator.onLine,
  visible: () => document.visibilityState !== 'hidden',
  onChange(changed, signal) {
    window.addEventListener('online', changed, { signal });
    window.addEventListener('offline', changed, { signal });
    document.addEventListener('visibilitychange', changed, { signal });
  },
};
