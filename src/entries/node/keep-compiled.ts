import { enableCompileCache } from 'node:module';

/**
 * Keeps what is loaded from now on, here and in threads, compiled in `folder`, so that the next start finds it; a change
 * of the program or of Node is noticed. Where the folder can't be written to, everything is compiled at each start.
 */
export function keepCompiled(folder: string): void {
  process.env.NODE_COMPILE_CACHE ??= folder; // what a thread goes by
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
