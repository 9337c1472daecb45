/** Longest note and longest stored mail text, in UTF-16 units. */
export const longestNote = 10_000;
export const longestText = 200_000;
