import { blankItem } from '../../blank-item.ts';
import type { PreviewItem } from '../create-preview-host.ts';
import { newsletterHtml } from './newsletter-html.ts';
import type { SampleClock } from './sample-clock.ts';
import { people } from './sample-people.ts';

const { anna, mika, bob, cleo, grace, nora, oskar, jurgen, kathe, news } = people;

/** The English and German mails of the sample mailbox, and one that is being written. */
export function otherMails(clock: SampleClock): PreviewItem[] {
  return [
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-known-company',
        subject: 'Invoice details for the pilot',
        from: nora,
        to: [anna],
        cc: [bob],
        sentAt: clock.minutesAgo(112),
        receivedAt: clock.minutesAgo(111),
        messageId: '<invoice-details@harbourpine.example>',
      }),
      body: {
        text: `Hello Anna,

I have just joined Harbour & Pine and look after purchasing for Bob. Please send the pilot's invoice to purchasing@harbourpine.example, with our order number HP-7741 on it.

Could you also tell me whom to call about the warranty?

Best regards
Nora Berg
Harbour & Pine Ltd`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-five-recipients',
        subject: 'Re: Site visit on Thursday: who joins?',
        from: grace,
        to: [anna, bob, cleo],
        cc: [mika, oskar],
        sentAt: clock.minutesAgo(265),
        receivedAt: clock.minutesAgo(264),
        messageId: '<site-visit-2@harbourpine.example>',
        threadLength: 2,
      }),
      body: {
        html: `<div dir="ltr"><p>Hi all,</p><p>Thursday at ten works for us. Bob brings the drawings, Cleo meets you at the gate. Oskar, can your driver unload the two pallets before noon?</p><p>See you there<br>Grace</p></div>
<div class="gmail_quote"><div class="gmail_attr">On Wed, 18 Nov 2026 at 16:20, Anna Korhonen &lt;anna.korhonen@aurinko.example&gt; wrote:</div>
<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"><p>Hello Grace, shall we look at the roof together on Thursday morning? Mika would come along.</p></blockquote></div>`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-newsletter',
        subject: 'Logistics prices fall, and five more stories',
        from: news,
        to: [anna],
        sentAt: clock.daysAgo(1, '06:00'),
        receivedAt: clock.daysAgo(1, '06:01'),
        messageId: '<issue-47@nordictrade.example>',
      }),
      body: { html: newsletterHtml },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-german',
        subject: 'AW: Liefertermin Pumpe P-40',
        from: jurgen,
        to: [anna],
        cc: [kathe],
        sentAt: clock.daysAgo(3, '11:26'),
        receivedAt: clock.daysAgo(3, '11:27'),
        messageId: '<p40-liefertermin@mueller.example>',
        threadLength: 3,
      }),
      body: {
        text: `Guten Tag Frau Korhonen,

die Pumpe P-40 ist fertig und geht am Freitag auf die Reise. Frau Weiß schickt Ihnen die Papiere heute noch zu.

Mit freundlichen Grüßen
Jürgen Müller

-----Ursprüngliche Nachricht-----
Von: Anna Korhonen
Betreff: Liefertermin Pumpe P-40

Guten Tag Herr Müller, wann können wir mit der Pumpe rechnen?`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        mode: 'compose',
        identity: 'sample-compose',
        subject: 'Angebot 2304',
        from: anna,
        to: [kathe],
        cc: [],
        draftId: '0192f0c1-5a3e-7c20-9d11-a6f0c2b4e801',
      }),
      body: {
        text: `Guten Tag Frau Weiß,

anbei unser Angebot 2304 über zwei Steuerungen und den Einbau. Es gilt bis Ende des Jahres.

Mit freundlichen Grüßen
Anna Korhonen`,
      },
    },
  ];
}
