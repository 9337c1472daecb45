import type { LogFilterField } from '../domain/log-filter.ts';

/** How the parts of a filter are described in `/openapi.json`. */
export const filterParameters: Record<LogFilterField, { description: string }> = {
  from: { description: 'The first day, `YYYY-MM-DD`.' },
  to: { description: 'The last day, `YYYY-MM-DD`.' },
  contact: { description: 'A contact id; of a company also its people.' },
  group: { description: 'An interaction group code.' },
  template: { description: 'An interaction template code.' },
  salesperson: { description: 'A salesperson code.' },
  campaign: { description: 'A campaign code.' },
  flow: { description: '`outbound`, `inbound` or `none`.' },
  evaluation: { description: '`very-positive` to `very-negative`, or `none`.' },
  status: { description: '`recorded`, `attempt-failed` or `canceled`.' },
  origin: { description: '`hand`, `mail`, `meeting` or `automatic`.' },
  text: { description: 'Words; each begins some word of the texts, the comments or a name.' },
};
