import { build } from 'vite';

/** Builds the production pane once, before the journeys that use it. */
export default async function setup(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
}
