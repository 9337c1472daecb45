import type { Step } from './simulated-team.ts';

const log = (device: number, keys = 0): Step => ({ do: 'log', device, contacts: [0], keys, note: true });

/** Courses of events that chance seldom finds, each a way in which devices could come apart. */
export const traps: Record<string, Step[]> = {
  'an answer comes after newer rows': [
    log(0),
    { do: 'push', device: 0 },
    { do: 'arrive', at: 0 },
    { do: 'catch-up', device: 2 },
    { do: 'cancel', device: 2, pick: 0 },
    { do: 'catch-up', device: 2 },
    { do: 'catch-up', device: 0 },
    { do: 'answer', at: 0 },
  ],
  'an answer of the old database comes while the restored one is pulled': [
    { do: 'back-up' },
    log(0),
    { do: 'push', device: 0 },
    { do: 'arrive', at: 0 },
    { do: 'restore' },
    { do: 'catch-up', device: 0 },
    { do: 'pull', device: 0, scope: 1 },
    { do: 'arrive', at: 1 },
    { do: 'answer', at: 0 },
    { do: 'push', device: 0 },
    { do: 'answer', at: 1 },
    { do: 'answer', at: 0 },
  ],
  'two people log one mail, one of them offline and with more keys, and the server forgets the first': [
    { do: 'back-up' },
    log(0, 0),
    { do: 'catch-up', device: 0 },
    log(2, 2),
    log(1, 1),
    { do: 'restore' },
    { do: 'catch-up', device: 2 },
    { do: 'undo', device: 0 },
    { do: 'catch-up', device: 1 },
  ],
  'a push arrives twice, from two panes, and is undone in between': [
    log(0),
    { do: 'push', device: 0 },
    { do: 'push', device: 0 },
    { do: 'arrive', at: 0 },
    { do: 'undo', device: 0 },
    { do: 'push', device: 0 },
    { do: 'answer', at: 2 },
    { do: 'answer', at: 1 },
    { do: 'answer', at: 0 },
  ],
};
