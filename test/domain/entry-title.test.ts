import { describe, expect, it } from 'vitest';
import { entryTitle } from '../../src/domain/entry-title.ts';

const names = { template: 'E-mail', salesperson: 'Anna Korhonen', contact: 'Bob Ortiz' };

describe('the title of an entry', () => {
  it('that is outbound says who carried it out', () => {
    expect(entryTitle({ flow: 'outbound' }, names)).toEqual({
      template: 'E-mail',
      who: { is: 'by', name: 'Anna Korhonen' },
    });
  });

  it('that is inbound says who it came from', () => {
    expect(entryTitle({ flow: 'inbound' }, names)).toEqual({
      template: 'E-mail',
      who: { is: 'from', name: 'Bob Ortiz' },
    });
  });

  it('without a direction, or without a name, is the template alone', () => {
    expect(entryTitle({ flow: '' }, names)).toEqual({ template: 'E-mail', who: undefined });
    expect(entryTitle({ flow: 'inbound' }, { ...names, contact: '' })).toEqual({ template: 'E-mail', who: undefined });
  });
});
