/** `row` with the changes that are defined laid over it; what is absent or undefined stays. */
export function withChanges<T extends object>(row: T, changes: { [K in keyof T]?: T[K] | undefined }): T {
  const defined = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...row, ...Object.fromEntries(defined) };
}
