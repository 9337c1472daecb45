/** Texts of the page of an entry. */
export const entryPageTextsEn = {
  heading: 'Interaction log entry',
  back: { log: 'Back to the log', other: 'Back' },
  gone: 'This entry is not in the log. It may have been deleted.',
  asking: 'Asking the server for the entry …',
};

export type EntryPageTexts = typeof entryPageTextsEn;
