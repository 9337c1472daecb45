/** Texts of the page of salespeople and of inviting colleagues. */
export const salespeopleTextsEn = {
  heading: 'Salespeople',
  help: 'An interaction says which salesperson carried it out. Whoever signs in is linked to one of them.',
  all: 'All salespeople',
  new: 'New salesperson',
  none: 'There are no salespeople yet.',
  code: 'Code',
  codeHelp: 'At most 20 characters, such as initials. It can’t be changed later: entries keep it.',
  name: 'Name',
  email: 'E-mail',
  emailHelp: 'Mail from this address is internal. A colleague is invited by it.',
  save: 'Save salesperson',
  remove: 'Delete salesperson',
  removing: (code: string) =>
    `Delete the salesperson ${code}? Nothing is logged for it any more. Entries and contacts keep the code.`,
  signsIn: (names: string) =>
    `Signed in as this salesperson: ${names}. They can log nothing more until they are linked to another one.`,
  errors: { name: 'Write a name.', email: 'This is not an e-mail address.' },
  access: 'Sign-in',
  nobody: 'Nobody signs in as this salesperson yet.',
  needsServer: 'Only the server knows who signs in.',
  tryAgain: 'Try again',
  needsEmail: 'Save an e-mail address first: the colleague is known by it.',
  unsent: 'The server does not have this salesperson yet; it will as soon as it is reached.',
  unsaved: 'Save what you have changed first.',
  role: 'Role',
  roleHelp: {
    salesperson: 'Logs, corrects their own entries, cancels and reinstates.',
    manager: 'Also corrects all entries, reads notes for managers and deletes what is canceled.',
    admin: 'Also changes the set-up, invites and erases.',
  },
  ownRole: 'Nobody changes their own role.',
  invite: 'Make a one-time link',
  another: 'Make another one-time link',
  changes: 'The link also signs them in on another device. Role and salesperson hold at once.',
  link: 'One-time link',
  linkHelp: (until: string) => `Send it to them yourself. It works once, until ${until}, and is not shown again.`,
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'It could not be copied: select it and copy it by hand.',
};

export type SalespeopleTexts = typeof salespeopleTextsEn;
