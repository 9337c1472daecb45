import type { DemoUser } from './demo-people.ts';

/** What the demo team is up to, in days from now. */
export const demoCampaigns = [
  { code: 'SUMMER26', description: 'Summer golf day', startsIn: -200, endsIn: -170 },
  { code: 'SERVICE27', description: 'Three-year service plans', startsIn: -70, endsIn: 60 },
] as const;

interface DemoFollowUp {
  by: DemoUser;
  with: string;
  /** Days from now; below zero it is overdue. */
  dueIn: number;
  text: string;
}

export const demoFollowUps: readonly DemoFollowUp[] = [
  { by: 'anna', with: 'bob', dueIn: -3, text: 'Ask about the budget for the service plan' },
  { by: 'anna', with: 'pekka', dueIn: 0, text: 'Soita tarjouksesta 2291' },
  { by: 'anna', with: 'jurgen', dueIn: 5, text: 'Liefertermin Pumpe P-40 bestätigen' },
  { by: 'mika', with: 'eero', dueIn: 2, text: 'Kysy mökin paneeleista' },
];

/** A call that was begun and is to be finished. */
export const demoPostponed = {
  days: 2,
  time: '15:20',
  by: 'anna',
  with: ['linnea'],
  template: 'OUTGOING',
  text: 'Frågor om leveransvillkor',
  note: 'Ring tillbaka om lastbryggan.',
  postponed: true,
} as const;
