import { describeHostAdapter } from '../../conformance/host-adapter.ts';
import { openAdapter } from '../../support/outlook-host/open-adapter.ts';
import type { MailboxItem } from '../../support/outlook-host/page/mailbox-item.ts';
import { draftTo, mailFrom, meetingWith } from '../../support/outlook-host/sample-items.ts';

describeHostAdapter('outlook, with the real office.js', async () => {
  const outlook = await openAdapter({ items: {} });
  const subjects = new Map<string, string | undefined>();
  async function show(item: MailboxItem): Promise<void> {
    // Each kind has a form of its own; a message's shows nothing of an appointment.
    const form = item.kind === 'appointment' ? 'displayAppointmentAsync' : 'displayMessageAsync';
    // The library writes ids as Exchange Web Services do.
    subjects.set(`${form} ${item.id?.replaceAll('-', '/')}`, item.subject);
    await outlook.listening();
    await outlook.put('open', item);
    await outlook.select('open');
  }
  return {
    adapter: outlook.adapter,
    openMail: ({ subject, text }) => show(mailFrom({ subject, bodyText: text })),
    openMeeting: ({ subject, start, end }) => show(meetingWith({ subject, start, end })),
    openCompose: ({ subject, text }) => show(draftTo({ subject, bodyText: text })),
    async openNothing() {
      await outlook.listening();
      await outlook.select(null);
    },
    openedLast: async () => subjects.get((await outlook.displayed()).at(-1) ?? ''),
    stop: () => outlook.close(),
  };
});
