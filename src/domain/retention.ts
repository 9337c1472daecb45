/**
 * How long entries stay that were canceled because their template says how long they are kept; then they are deleted.
 * Until then anybody can still reinstate one, which the next day cancels again while the template says so.
 */
export const retentionGraceDays = 30;
