/** One open stream. `wake` says that there may be something new; `end` that the stream must close. */
export interface LiveListener {
  tenantId: string;
  tokenHash: string;
  wake(): void;
  end(): void;
}

/** Tells the open streams of this process that a tenant's rows changed. What changed they read from the store. */
export interface LiveHub {
  subscribe(listener: LiveListener): () => void;
  changed(tenantId: string): void;
  /** The session was signed out: its streams end. */
  sessionEnded(tokenHash: string): void;
  /** The server stops: all streams end. */
  close(): void;
}

export function createLiveHub(): LiveHub {
  const listeners = new Set<LiveListener>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed(tenantId) {
      for (const listener of listeners) if (listener.tenantId === tenantId) listener.wake();
    },
    sessionEnded(tokenHash) {
      for (const listener of [...listeners]) if (listener.tokenHash === tokenHash) listener.end();
    },
    close() {
      for (const listener of [...listeners]) listener.end();
    },
  };
}
