/** Built next. */
export function OpenWideView() {
  return null;
}
