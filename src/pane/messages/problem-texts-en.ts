import type { ProblemTexts } from './problem-text.ts';

export const problemTextsEn: ProblemTexts = {
  'contact-not-found': {
    what: 'The contact is no longer in the log.',
    help: 'What you wrote is kept here. Log it for another contact, or discard it.',
  },
  'contact-blocked': {
    what: 'The contact is blocked for privacy: nothing may be logged with them.',
    help: 'What you wrote is kept here. Mend it with another contact, discard it, or ask a manager or an admin to lift the block and retry.',
  },
  'template-not-found': {
    what: 'The interaction template no longer exists.',
    help: 'What you wrote is kept here. Choose another template and send it again.',
  },
  'salesperson-not-found': {
    what: 'The salesperson no longer exists.',
    help: 'What you wrote is kept here. Choose another salesperson and send it again.',
  },
  'entry-not-found': {
    what: 'The entry is no longer in the log.',
    help: 'Nothing else was changed. Discard this step.',
  },
  'entry-changed': {
    what: 'Somebody else changed the entry first.',
    help: 'Their version stands. Look at it, then retry or discard yours.',
  },
  'already-logged': {
    what: 'Another entry for the same mail or meeting and contact is in the log by now.',
    help: 'That entry stands, so this one stays canceled. Discard this step.',
  },
  'time-in-future': {
    what: 'The interaction lies more than a day ahead.',
    help: 'What you wrote is kept here. Correct its date, or retry when the day has come. If the date is right, look at the clock of this device.',
  },
  'needs-refused': {
    what: 'A step that this one builds on was not accepted.',
    help: 'It is kept here. Mend or retry the step above, and this one follows.',
  },
  'not-allowed': {
    what: 'Your role does not allow this.',
    help: 'Nothing was changed. Ask a manager or an admin to do it, or discard it.',
  },
  'invalid-command': {
    what: 'The server could not read this step.',
    help: 'What you wrote is kept here. Save it as a file, and tell your admin.',
  },
  'company-is-no-company': {
    what: 'The chosen company is a person in the log.',
    help: 'What you wrote is kept here. Create the contact without this company, or discard it.',
  },
  'cannot-merge': {
    what: 'These two contacts can’t be merged.',
    help: 'Choose two of one kind, both persons or both companies, neither merged nor deleted. Discard this step.',
  },
  'has-follow-ups': {
    what: 'The contact has open follow-ups.',
    help: 'Close them first, then retry; or discard this step to keep the contact.',
  },
  'follow-up-not-found': {
    what: 'The follow-up is no longer there.',
    help: 'Nothing else was changed. Discard this step.',
  },
  'follow-up-closed': {
    what: 'The follow-up was closed meanwhile.',
    help: 'What you wrote is kept here. Make a new follow-up of it, or discard it.',
  },
  'group-not-found': {
    what: 'The interaction group does not exist.',
    help: 'What you wrote is kept here. Choose another group and save again, or discard it.',
  },
  'group-in-use': {
    what: 'Interaction templates still belong to the group.',
    help: 'Move or delete these templates first, then retry.',
  },
  'language-missing': {
    what: 'The template has no text in its own language.',
    help: 'Add a description in that language or choose another one, and save again.',
  },
  'template-in-setup': {
    what: 'The template setup uses this template.',
    help: 'Say which template takes its place, then delete it.',
  },
  'campaign-not-found': {
    what: 'The campaign does not exist.',
    help: 'What you wrote is kept here. Choose another campaign or none, and save again.',
  },
  'ends-before-start': {
    what: 'The campaign ends before it starts.',
    help: 'Correct its dates and save again.',
  },
  'not-postponed': {
    what: 'The interaction is no longer postponed: it was finished or canceled.',
    help: 'What you wrote is kept here. Look at the entry and correct it there, or discard this.',
  },
  'entry-deleted': {
    what: 'This interaction was deleted.',
    help: 'It was canceled and then deleted by a manager.',
  },
  'contact-erased': {
    what: 'This person was erased.',
    help: 'Everything about this person was erased on request. Nothing can be recorded about them under the old contact.',
  },
  'changed-meanwhile': {
    what: 'Somebody changed this meanwhile.',
    help: 'Look at what it is now and save again if your change still holds. What you entered is kept here.',
  },
  'campaign-in-use': {
    what: 'Interaction templates still set this campaign.',
    help: 'Take it out of these templates first, or delete them; then retry.',
  },
  'own-salesperson': {
    what: 'You are signed in as this salesperson.',
    help: 'Nothing was changed: you could not log anything any more. Another admin can delete it.',
  },
  'bad-json': {
    what: 'The server could not read what this pane sent.',
    help: 'Your entries are safe on this device. Reload the pane; if it stays, tell your admin.',
  },
  'bad-request': {
    what: 'The server did not understand what this pane sent.',
    help: 'Your entries are safe on this device. Reload the pane; if it stays, tell your admin.',
  },
  'too-large': {
    what: 'An entry is too large to be sent.',
    help: 'It is safe on this device. Save it as a file, and log it without the text of the mail.',
  },
  'too-many-commands': {
    what: 'Too much was sent at once.',
    help: 'Your entries are safe on this device and will be sent in smaller parts.',
  },
  'version-too-old': {
    what: 'This pane is older than the server allows.',
    help: 'Your entries are safe on this device. Reload the pane to get the new version; then they are sent.',
  },
  'version-too-new': {
    what: 'This pane is newer than the server.',
    help: 'Your entries are safe on this device and will be sent when the server is updated.',
  },
  'wrong-account': {
    what: 'This belongs to another account.',
    help: 'Nothing was sent or taken over. Sign in to the account that it belongs to.',
  },
  'signed-out': {
    what: 'You are signed out.',
    help: 'Your entries are safe on this device. Sign in again and they are sent.',
  },
  'sign-in-refused': {
    what: 'The link or code is not valid. It may have been used already or be too old.',
    help: 'Check that it is whole, or ask your admin for a new one.',
  },
  'cursor-expired': {
    what: 'The server was restored; this device starts over with it.',
    help: 'Your entries are safe. This takes a moment and needs nothing from you.',
  },
  'scope-unknown': {
    what: 'The server does not know a part of the log that this pane asked for.',
    help: 'Your entries are safe on this device. Reload the pane; if it stays, tell your admin.',
  },
  'forbidden-origin': {
    what: 'The server does not accept requests from this page.',
    help: 'Your entries are safe on this device. Open the pane at the address that your admin gave you.',
  },
  'not-found': {
    what: 'The server does not have what was asked for.',
    help: 'Your entries are safe on this device. If it stays so, check the server’s address.',
  },
  forbidden: {
    what: 'Your role does not allow this.',
    help: 'Ask a manager or an admin of your team.',
  },
  'too-many-requests': {
    what: 'Too many tries in a short time.',
    help: 'Nothing is lost. Wait a minute, then try again.',
  },
  'server-busy': {
    what: 'The server is busy.',
    help: 'Your entries are safe on this device and will be sent by themselves.',
  },
  'server-full': {
    what: 'The server’s disk is full.',
    help: 'Your entries are safe on this device and will be sent when there is room. Tell whoever runs the server.',
  },
  'server-fault': {
    what: 'Something went wrong on the server.',
    help: 'Your entries are safe on this device and will be sent by themselves. If it lasts, tell your admin.',
  },
  'storage-denied': {
    what: 'The browser does not let this pane store anything.',
    help: 'What you log is kept only until the pane closes. Let it be sent first, or save what is unsent as a file.',
  },
  'storage-full': {
    what: 'The browser’s storage is full.',
    help: 'Nothing that was saved is lost. Free some space, or save what is unsent as a file.',
  },
  'storage-lost': {
    what: 'The browser has closed or removed this pane’s storage.',
    help: 'Nothing more can be kept here. Reload the pane: it shows what the browser still has. What is in the log is safe.',
  },
  'storage-newer': {
    what: 'A newer version of Interlog keeps its log in this browser.',
    help: 'What it holds is safe, but this older pane can’t read it: reload the pane to get the new version. Until then, what you log here is kept only until the pane closes.',
  },
  'server-unreachable': {
    what: 'The server can’t be reached.',
    help: 'Your entries are safe on this device and will be sent by themselves.',
  },
  'part-not-loaded': {
    what: 'A part of Interlog could not be loaded.',
    help: 'Nothing is lost: what is saved is safe on this device, and what you wrote is still here. Try again when the network is back. If that does not help, reload the pane.',
  },
  'pane-fault': {
    what: 'Something went wrong in this pane.',
    help: 'Your entries are safe on this device. Sending them is tried again by itself. If this stays, reload the pane and tell your admin.',
  },
};
