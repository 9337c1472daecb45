/** Texts of the page of an entry. */
export const entryPageTextsEn = {
  back: { log: 'Back to the log', other: 'Back to where you were' },
  gone: 'This entry is not in the log. It may have been deleted.',
  deleted: 'This entry was deleted.',
  asking: 'Asking the server for the entry …',
  links: { heading: 'Belongs to', contact: 'Contact', company: 'Company' },
  stored: {
    heading: { mail: 'Stored of the mail', meeting: 'Stored of the meeting', other: 'Note' },
    only: (level: string, audience: string) => `${level}. Note and text are for: ${audience}.`,
    nothing: 'No note and no text.',
    showText: 'Show the text',
  },
  open: {
    open: { mail: 'Open the mail', meeting: 'Open the meeting' },
    asked: {
      mail: 'If nothing opens, the mail was moved or deleted since, or is too long for Outlook to open from here.',
      meeting: 'If nothing opens, the meeting was moved or deleted since.',
    },
    failed: {
      mail: 'The mail could not be opened. It may have been moved or deleted.',
      meeting: 'The meeting could not be opened. It may have been moved or deleted.',
    },
    unknown: {
      mail: 'This mail was not open beside Interlog on this device since it was logged, so it can’t be opened from here.',
      meeting:
        'This meeting was not open beside Interlog on this device since it was logged, so it can’t be opened from here.',
    },
    notHere: {
      mail: 'To open the mail from here, open this page in the mail client.',
      meeting: 'To open the meeting from here, open this page in the mail client.',
    },
  },
  events: {
    heading: 'History of the entry',
    is: {
      made: 'Logged',
      corrected: 'Corrected',
      evaluated: 'Evaluated',
      canceled: 'Canceled',
      reinstated: 'Reinstated',
    },
    by: (who: string, when: string) => `– ${who}, ${when}`,
    somebody: 'somebody of the team',
    server: 'the server',
    from: (origin: string) => `Came from: ${origin}.`,
    received: (when: string) => `In the log since ${when}.`,
    notReceived: 'On this device only so far.',
    why: (why: string) => `Why: ${why}`,
    via: {
      entry: 'No reason was given.',
      segment: 'With its logged segment.',
      retention: 'For its age.',
      joined: 'It is about the same mail or meeting as another entry, which stands.',
    },
  },
};

export type EntryPageTexts = typeof entryPageTextsEn;
