import type { HostPerson } from '../../host-adapter.ts';

function person(name: string, address: string): HostPerson {
  return { name, address };
}

/** The people of the demo workspace, as their mails name them, and a few that nobody knows yet. */
export const people = {
  anna: person('Anna Korhonen', 'anna.korhonen@aurinko.example'),
  mika: person('Mika Virtanen', 'mika.virtanen@aurinko.example'),
  sofia: person('Sofia Lindqvist', 'sofia.lindqvist@aurinko.example'),
  pekka: person('Pekka Kivi', 'pekka.kivi@kivi.example'),
  aino: person('Hämäläinen, Aino', 'aino.hamalainen@kivi.example'),
  matti: person('Matti Järvinen', 'matti.jarvinen@jarvinen.example'),
  tuula: person('Tuula Järvinen', 'tuula.jarvinen@jarvinen.example'),
  office: person('Sähkötyö Järvinen / toimisto', 'toimisto@jarvinen.example'),
  bjorn: person('Björn Åkesson', 'bjorn.akesson@akesson.example'),
  linnea: person('Linnéa Sjögren', 'linnea.sjogren@akesson.example'),
  jurgen: person('Müller, Jürgen', 'jurgen.muller@mueller.example'),
  kathe: person('Käthe Weiß', 'kathe.weiss@mueller.example'),
  bob: person('Bob Ortiz', 'bob.ortiz@harbourpine.example'),
  cleo: person('Cleo Dupont', 'cleo.dupont@harbourpine.example'),
  grace: person('Grace Okafor', 'Grace.Okafor@harbourpine.example'),
  nora: person('Nora Berg', 'nora.berg@harbourpine.example'),
  oskar: person('Oskar Öberg', 'oskar.oberg@norrsken.example'),
  maja: person('Maja Lund', 'maja.lund@norrsken.example'),
  eero: person('Eero Mäkelä', 'eero.makela@freemail.example'),
  liisa: person('Salo, Liisa', 'liisa.salo@uusiasiakas.example'),
  news: person('Nordic Trade News', 'news@nordictrade.example'),
} as const;
