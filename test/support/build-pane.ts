import { build } from 'vite';

/** Builds the production pane once, before the journeys that use it. */
export default async function setup(): Promise<void> {
  // Vitest says `test` here, which the build would take over: the journeys are to see what users get.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  } finally {
    process.env.NODE_ENV = before;
  }
}
