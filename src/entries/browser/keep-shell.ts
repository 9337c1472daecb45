/** Lets a service worker keep this page openable while its server is away, where the browser allows one. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Denied storage denies this too (private windows, blocked third parties): then the page just needs its server.
  navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
}
