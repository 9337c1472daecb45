/** Built next. */
export function WideLog() {
  return null;
}
