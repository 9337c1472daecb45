/** Lets a service worker keep this page openable while its server is away, where the browser allows one. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  // Denied storage denies this too (private windows, blocked third parties), and a page that is not built has none:
  // then it just needs its server.
  navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
}
