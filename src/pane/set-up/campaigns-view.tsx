/** Built next. */
export function CampaignsView() {
  return null;
}
