import { entryStatus } from '../../../domain/entry-status.ts';
import { fieldInWords } from '../../history/field-in-words.ts';
import type { PaneState } from '../../state/pane-state.ts';
import { whoLogged } from '../../state/who.ts';
import type { ListRow } from '../merge-rows.ts';
import type { LogColumn } from './log-columns.ts';

/** What stands in a cell, and what it is sorted by. */
export interface Cell {
  text: string;
  sort: string | number;
}

const evaluations = ['', 'very-negative', 'negative', 'neutral', 'positive', 'very-positive'];

export function cellOf(column: LogColumn, row: ListRow, pane: PaneState): Cell {
  const { entry } = row;
  const { history } = pane.messages.value;
  const format = pane.format.value;
  const words = (text: string): Cell => ({ text, sort: text });
  const figure = (value: number | null, text: string): Cell => ({ text: value ? text : '', sort: value ?? -1 });
  switch (column) {
    case 'status':
      return words(history.statuses[entryStatus(entry)]);
    case 'day':
      return { text: format.fullDay(entry.day), sort: entry.day };
    case 'time':
      return { text: entry.at ? format.time(entry.at) : '', sort: entry.at ? format.time(entry.at) : '' };
    case 'template':
      return words(fieldInWords('templateCode', entry.templateCode, pane, entry.zone));
    case 'group':
      return words(fieldInWords('groupCode', entry.groupCode, pane, entry.zone));
    case 'contactNo':
    case 'companyNo': {
      const no = (column === 'contactNo' ? row.contact : row.company)?.no ?? null;
      return figure(no, no === null ? '' : format.number(no));
    }
    case 'contact':
      return words(row.contact?.name ?? '');
    case 'company':
      return words(row.company?.name ?? '');
    case 'evaluation':
      return {
        text: fieldInWords('evaluation', entry.evaluation, pane, entry.zone),
        sort: evaluations.indexOf(entry.evaluation),
      };
    case 'cost':
    case 'minutes':
      return figure(entry[column], fieldInWords(column, entry[column], pane, entry.zone));
    case 'loggedBy':
      return words(whoLogged(entry, pane));
    case 'salesperson':
      return words(fieldInWords('salespersonCode', entry.salespersonCode, pane, entry.zone));
    case 'campaign':
      return words(fieldInWords('campaignCode', entry.campaignCode, pane, entry.zone));
    case 'target':
      return words(entry.campaignTarget ? fieldInWords('campaignTarget', true, pane, entry.zone) : '');
    case 'response':
      return words(entry.campaignResponse ? fieldInWords('campaignResponse', true, pane, entry.zone) : '');
    case 'type':
      return words(fieldInWords('correspondenceType', entry.correspondenceType, pane, entry.zone));
    case 'via':
      return words(entry.contactVia);
    case 'followUp':
      return { text: row.followUp ? format.fullDay(row.followUp.due) : '', sort: row.followUp?.due ?? '' };
    case 'entryNo':
      return figure(entry.entryNo, entry.entryNo === null ? '' : format.number(entry.entryNo));
    case 'comments':
      return figure(row.comments.length, format.number(row.comments.length));
    case 'flow':
    case 'initiatedBy':
    case 'origin':
    case 'subject':
    case 'language':
    case 'description':
      return words(fieldInWords(column, entry[column], pane, entry.zone));
  }
}
