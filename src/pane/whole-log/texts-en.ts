/** Texts of what the server alone can tell, and of files that come from it. */
export const wholeLogTextsEn = {
  asking: 'Asking the server …',
  needed: 'Needs the server',
  neededHelp: 'Only the server has the whole log, so this can’t be shown without it. Nothing was changed.',
  again: 'Try again',
  deleted: (name: string) => `${name} (deleted)`,
  file: {
    fetching: (size: string) => `Fetching the file: ${size}`,
    stop: 'Stop',
    stopped: 'Stopped. Nothing was saved.',
    saved: (name: string, size: string) => `Saved as ${name} (${size}).`,
    failed: 'The file could not be fetched whole. Nothing was saved.',
  },
  export: {
    heading: 'Save the list as a file',
    help: 'All that the filter shows, also what this device does not hold. The server makes the file.',
    csv: 'Save as CSV',
    json: 'Save as JSON',
  },
};

export type WholeLogTexts = typeof wholeLogTextsEn;
