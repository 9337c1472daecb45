import { pluralIn } from '../messages/plural.ts';

const plural = pluralIn('en');
const interactions = (count: string, number: number) => `${count} ${plural(number, 'interaction', 'interactions')}`;
const entries = (count: string, number: number) => `${count} ${plural(number, 'entry', 'entries')}`;

/** Texts of deleting canceled entries, of erasing a person, and of the jobs that do it. */
export const cleanUpTextsEn = {
  heading: 'Delete canceled interaction log entries',
  help: 'Canceled entries that pass the filter are deleted for good: from the log, from every device and from the search. Entries that are not canceled stay.',
  notAllowed: 'Managers and admins delete canceled entries. Ask one of them.',
  filter: {
    contact: 'Contact or company',
    clear: (name: string) => `Not only ${name}`,
    entryNo: 'Entry no.',
    badEntryNo: 'Write the number of an entry.',
    from: 'From',
    to: 'To',
    badDates: 'The first day must not be after the last.',
    template: 'Template',
    group: 'Interaction group',
    salesperson: 'Salesperson',
    campaign: 'Campaign',
    all: 'All',
  },
  preview: {
    show: 'Show what would be deleted',
    none: 'No canceled entry passes the filter. There is nothing to delete.',
    count: (count: string, number: number) => `${entries(count, number)} would be deleted`,
    comments: (count: string, number: number) => `With ${count} ${plural(number, 'comment', 'comments')} on them.`,
    newest: (count: number) => `The newest ${count} of them:`,
    canceled: (why: string) => (why === '' ? 'Canceled' : `Canceled: ${why}`),
    draft: 'Postponed, then discarded',
    unchanged: 'An entry that is reinstated or changed before its turn comes stays.',
    ask: (count: string, number: number) => `Delete ${entries(count, number)} …`,
  },
  confirm: {
    heading: (count: string, number: number) => `Delete ${entries(count, number)} for good?`,
    help: 'This can’t be taken back. Backups of the server keep them until the backups themselves are deleted.',
    yes: (count: string, number: number) => `Delete ${entries(count, number)}`,
    no: 'Keep them',
  },
  job: {
    starting: 'Starting …',
    running: (done: string, total: string) => `${done} of ${total}`,
    stop: 'Stop',
    stopping: 'Stopping …',
    lost: 'The server can’t be reached just now. It goes on by itself; this page asks again.',
    goesOn: 'It goes on when you leave this page, and is found here again.',
    deleted: (count: string, number: number) => `${entries(count, number)} deleted.`,
    stayed: (count: string, number: number) =>
      `${entries(count, number)} stayed: changed, reinstated or gone since the preview.`,
    stopped: (count: string, number: number) => `Stopped. ${entries(count, number)} deleted before.`,
    maybeStarted: 'It is not known whether this has begun',
    maybeStartedHelp: 'No answer came, so the server may be at it already. Trying again starts nothing twice.',
    failed: 'The job ended with a fault. What was done before stays done; start it again for the rest.',
    again: 'Delete others',
    tryAgain: 'Try again',
  },
  jobs: {
    heading: 'Last jobs',
    none: 'Nothing was deleted yet.',
    kinds: {
      'delete-canceled': 'Canceled entries deleted',
      'erase-contact': 'A person erased',
      retention: 'Canceled or deleted for their age',
    },
    aged: (canceled: string, deleted: string) => `For their age: ${canceled} canceled, ${deleted} deleted`,
    states: { running: 'Running', stopped: 'Stopped', done: 'Done', failed: 'Failed' },
    by: (who: string, when: string) => `${who}, ${when}`,
    server: 'The server',
    somebody: 'Somebody of the team',
  },
  person: {
    heading: 'Data about this person',
    file: 'Everything held, as a file',
    fileHelp: 'The contact, every entry, comment and follow-up about them, for the person who asks.',
    erase: 'Erase this person …',
    eraseHeading: (name: string) => `Erase ${name}?`,
    goes: 'This goes for good, from the server and from every device:',
    what: [
      'name, addresses and phone numbers;',
      'every entry with them, with notes, texts and comments;',
      'their follow-ups;',
      'what waits unsent about them on any device.',
    ],
    stays: 'This stays:',
    staysWhat: [
      'entries of the same mail or meeting with other contacts;',
      'backups of the server, until the backups themselves are deleted.',
    ],
    who: 'Whom it takes',
    has: (name: string, count: string, number: number) => `${name}: ${interactions(count, number)}`,
    together: (count: string) => `${count} contacts go together`,
    apart:
      'They were merged and are one person, so all of them are erased. If only one of them is meant, keep everything and separate them first: open the one that was merged and choose “Separate again”.',
    type: (name: string) => `To confirm, write the name: ${name}`,
    wrongName: 'The name must be written exactly so.',
    yes: 'Erase for good',
    no: 'Keep everything',
    done: (names: string, number: number) => `${names} ${plural(number, 'is', 'are')} erased.`,
    stopped: 'Stopped. What was erased before is gone; erase again for the rest.',
    back: 'To the contacts',
  },
  own: {
    heading: 'What I logged',
    help: 'All entries and comments of yours, as the server has them.',
    file: 'Save what I logged as a file',
  },
};

export type CleanUpTexts = typeof cleanUpTextsEn;
