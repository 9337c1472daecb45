import { blankItem } from '../../blank-item.ts';
import type { PreviewItem } from '../create-preview-host.ts';
import type { SampleClock } from './sample-clock.ts';
import { people } from './sample-people.ts';

const { anna, mika, sofia, pekka, aino, office, bjorn, eero, liisa } = people;

/** The Finnish and Swedish mails of the sample mailbox. */
export function nordicMails(clock: SampleClock): PreviewItem[] {
  return [
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-thread',
        subject: 'VS: RE: Tarjous 2291, huoltosopimuksen jatko',
        from: pekka,
        to: [anna],
        cc: [aino],
        sentAt: clock.minutesAgo(47),
        receivedAt: clock.minutesAgo(46),
        messageId: '<tarjous-2291-4@kivi.example>',
        conversationId: 'tarjous-2291',
        threadLength: 4,
        attachmentNames: ['Tarjous 2291.pdf'],
      }),
      body: {
        html: `<html><body lang="FI"><div class="WordSection1">
<p class="MsoNormal">Hei Anna,</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">kävimme tarjouksen läpi Ainon kanssa. Kolmen vuoden sopimus sopii meille, kun vasteaika on 24 tuntia myös viikonloppuisin. Pystyttekö lupaamaan sen samalla hinnalla?</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Allekirjoittaisimme mielellämme tällä viikolla.</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Terveisin<br>Pekka Kivi<br>Kivi ja Kumppanit Oy</p><p class="MsoNormal">&nbsp;</p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b>Lähettäjä:</b> Anna Korhonen &lt;anna.korhonen@aurinko.example&gt;<br><b>Lähetetty:</b> eilen 14.05<br><b>Vastaanottaja:</b> Pekka Kivi<br><b>Aihe:</b> RE: Tarjous 2291, huoltosopimuksen jatko</p></div></div>
<p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Hei Pekka,</p><p class="MsoNormal">tässä päivitetty tarjous. Kolmen vuoden sopimuksessa vuosimaksu on 4 800 €, ja varaosat tulevat listahintaan –10 %.</p>
<p class="MsoNormal">Terveisin Anna</p></div></body></html>`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-unknown-company',
        subject: 'Tarjouspyyntö: aurinkopaneelit varastohalliin',
        from: liisa,
        to: [anna],
        sentAt: clock.minutesAgo(190),
        receivedAt: clock.minutesAgo(190),
        messageId: '<tarjouspyynto-1@uusiasiakas.example>',
        attachmentNames: ['Katon mitat.xlsx'],
      }),
      body: {
        text: `Hei,

löysin teidät Rakennuslehden jutusta. Meillä on Lempäälässä 1 200 neliön varastohalli, jonka eteläkatto on tyhjillään. Voisitteko tarjota siihen aurinkopaneelit asennettuna?

Katon mitat ovat liitteenä. Toivomme tarjousta kahden viikon sisällä.

Ystävällisin terveisin
Liisa Salo
toimitusjohtaja, Uusi Asiakas Oy`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-shared-address',
        subject: 'Huoltokäynti ensi viikolla',
        from: office,
        to: [anna],
        cc: [mika],
        sentAt: clock.daysAgo(1, '15:20'),
        receivedAt: clock.daysAgo(1, '15:21'),
        messageId: '<huolto-48@jarvinen.example>',
      }),
      body: {
        text: `Hei!

Keskuksen huolto pitäisi saada tehtyä ennen kuun loppua. Meille käy tiistai tai torstai, kunhan sähköt eivät ole poikki aamulla ennen yhdeksää.

Kumpi sopii teille?

t. toimisto`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-sent',
        subject: 'Koulutuspäivän ohjelma',
        from: anna,
        to: [aino],
        cc: [pekka, mika],
        sentAt: clock.daysAgo(2, '10:12'),
        receivedAt: clock.daysAgo(2, '10:12'),
        messageId: '<koulutus-ohjelma@aurinko.example>',
      }),
      body: {
        html: `<p>Hei Aino,</p><p>tässä koulutuspäivän ohjelma:</p>
<table border="1" cellpadding="4"><tr><td>9.00</td><td>Kahvi ja avaus</td></tr><tr><td>9.30</td><td>Uusi valvomo, Mika</td></tr><tr><td>11.00</td><td>Kierros laitoksella</td></tr></table>
<p>Kerrotko osallistujat perjantaihin mennessä?</p><p>Terveisin<br>Anna</p>`,
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-internal',
        subject: 'Viikkopalaveri siirtyy',
        from: sofia,
        to: [anna, mika],
        sentAt: clock.daysAgo(2, '08:31'),
        receivedAt: clock.daysAgo(2, '08:31'),
        messageId: '<viikkopalaveri@aurinko.example>',
      }),
      body: {
        text: 'Moi,\n\nviikkopalaveri pidetään tällä viikolla keskiviikkona klo 9. Käydään läpi avoimet tarjoukset.\n\nSofia',
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-private',
        subject: 'Lauantain kierros',
        from: eero,
        to: [anna],
        sentAt: clock.daysAgo(3, '19:44'),
        receivedAt: clock.daysAgo(3, '19:44'),
        sensitivity: 'private',
        messageId: '<lauantai@freemail.example>',
      }),
      body: {
        text: 'Terve Anna,\n\nvarasin meille lähdön lauantaille kello 10.20. Pidetään työasiat poissa kentältä tällä kertaa.\n\nEero',
      },
    },
    {
      item: blankItem({
        kind: 'mail',
        identity: 'sample-swedish',
        subject: 'SV: Leverans vecka 48',
        from: bjorn,
        to: [anna],
        sentAt: clock.daysAgo(4, '13:02'),
        receivedAt: clock.daysAgo(4, '13:02'),
        messageId: '<leverans-48@akesson.example>',
        threadLength: 2,
      }),
      body: {
        text: `Hej Anna,

det går bra med leverans på torsdag. Ring gärna Linnéa när bilen har lossat, så kommer hon och kvitterar.

Vänliga hälsningar
Björn Åkesson
Åkesson Handel AB

________________________________
Från: Anna Korhonen <anna.korhonen@aurinko.example>
Skickat: den 12 november 2026 09:40
Till: Björn Åkesson
Ämne: Leverans vecka 48

Hej Björn, passar torsdag eller fredag bättre för leveransen?`,
      },
    },
  ];
}
