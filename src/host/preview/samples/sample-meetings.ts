import { blankItem } from '../../blank-item.ts';
import type { PreviewItem } from '../create-preview-host.ts';
import type { SampleClock } from './sample-clock.ts';
import { people } from './sample-people.ts';

const { anna, mika, matti, tuula, linnea, jurgen, kathe, oskar, maja } = people;

/** The meetings of the sample calendar. */
export function sampleMeetings(clock: SampleClock): PreviewItem[] {
  const jourFixe = clock.daysAgo(5, '09:00');
  return [
    {
      item: blankItem({
        kind: 'meeting',
        identity: 'sample-meeting',
        subject: 'Keskuksen katselmus',
        organizer: anna,
        to: [
          { ...matti, response: 'accepted' },
          { ...tuula, response: 'tentative' },
        ],
        cc: [{ ...mika, response: 'accepted' }],
        start: clock.daysAgo(1, '13:00'),
        end: clock.daysAgo(1, '14:30'),
        zone: clock.zone,
        location: 'Sähkötyö Järvinen, Nokia',
        icalUid: 'katselmus-2026@aurinko.example',
      }),
      body: { text: 'Käydään läpi keskuksen kunto ja sovitaan huollon aikataulu.\n\nMukaan kuvat viime kerralta.' },
    },
    {
      item: blankItem({
        kind: 'meeting',
        identity: 'sample-occurrence',
        subject: 'Jour fixe Müller',
        organizer: jurgen,
        to: [{ ...anna, response: 'accepted' }, kathe],
        start: jourFixe,
        end: clock.daysAgo(5, '09:45'),
        zone: clock.zone,
        location: 'Online',
        icalUid: 'jour-fixe@mueller.example',
        occurrence: jourFixe,
      }),
      body: { text: 'Weekly: open orders, deliveries, anything that is stuck.' },
    },
    {
      item: blankItem({
        kind: 'meeting',
        identity: 'sample-all-day',
        subject: 'Logistics fair, joint stand',
        organizer: anna,
        to: [
          { ...oskar, response: 'accepted' },
          { ...maja, response: 'none' },
        ],
        start: clock.daysAgo(6, '00:00'),
        end: clock.daysAgo(5, '00:00'),
        allDay: true,
        zone: clock.zone,
        location: 'Tampere, hall C',
        icalUid: 'fair-2026@aurinko.example',
      }),
      body: { text: 'Our stand is C 214. Oskar brings the model truck, we bring the panels.' },
    },
    {
      item: blankItem({
        kind: 'meeting',
        identity: 'sample-future',
        subject: 'Avtal 2027: genomgång',
        organizer: anna,
        to: [{ ...linnea, response: 'none' }],
        start: clock.daysAgo(-9, '10:00'),
        end: clock.daysAgo(-9, '11:00'),
        zone: clock.zone,
        location: 'Åkesson Handel, Norrköping',
        icalUid: 'avtal-2027@aurinko.example',
      }),
      body: { text: 'Vi går igenom avtalet för nästa år: volymer, priser och leveranstider.' },
    },
  ];
}
