/** Ends the process with one line for the person who started it. */
export function stopWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The system's code of a failure, such as `EADDRINUSE`; undefined when it has none. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
