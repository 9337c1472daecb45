import type { ProblemTexts } from './problem-text.ts';

export const problemTextsFi: ProblemTexts = {
  'contact-not-found': {
    what: 'Kontaktia ei enää ole lokissa.',
    help: 'Kirjoittamasi on tallessa täällä. Kirjaa se toiselle kontaktille tai hylkää se.',
  },
  'contact-blocked': {
    what: 'Kontakti on estetty tietosuojan vuoksi, eikä sille saa kirjata mitään.',
    help: 'Kirjoittamasi on tallessa täällä. Kirjaa se toiselle kontaktille, hylkää se tai pyydä esihenkilöä tai ylläpitäjää poistamaan esto ja yritä uudelleen.',
  },
  'template-not-found': {
    what: 'Vuorovaikutusmallia ei enää ole.',
    help: 'Kirjoittamasi on tallessa täällä. Valitse toinen malli ja lähetä uudelleen.',
  },
  'salesperson-not-found': {
    what: 'Myyjää ei enää ole.',
    help: 'Kirjoittamasi on tallessa täällä. Valitse toinen myyjä ja lähetä uudelleen.',
  },
  'entry-not-found': {
    what: 'Tapahtumaa ei enää ole lokissa.',
    help: 'Mitään muuta ei muutettu. Hylkää tämä vaihe.',
  },
  'entry-changed': {
    what: 'Joku muu ehti muuttaa tapahtumaa ensin.',
    help: 'Hänen versionsa jäi voimaan. Katso se ja yritä sitten uudelleen tai hylkää omasi.',
  },
  'already-logged': {
    what: 'Samasta viestistä tai tapaamisesta on jo toinen tapahtuma samalle kontaktille.',
    help: 'Se jää voimaan, ja tämä pysyy peruutettuna. Hylkää tämä vaihe.',
  },
  'time-in-future': {
    what: 'Vuorovaikutus on yli vuorokauden päässä tulevaisuudessa.',
    help: 'Kirjoittamasi on tallessa täällä. Korjaa päivä tai yritä uudelleen, kun se on koittanut. Jos päivä on oikein, tarkista tämän laitteen kello.',
  },
  'needs-refused': {
    what: 'Vaihetta, johon tämä perustuu, ei hyväksytty.',
    help: 'Tämä on tallessa täällä. Korjaa yllä oleva vaihe tai yritä sitä uudelleen, niin tämä seuraa perässä.',
  },
  'not-allowed': {
    what: 'Roolisi ei salli tätä.',
    help: 'Mitään ei muutettu. Pyydä esihenkilöä tai ylläpitäjää tekemään se, tai hylkää se.',
  },
  'invalid-command': {
    what: 'Palvelin ei pystynyt lukemaan tätä vaihetta.',
    help: 'Kirjoittamasi on tallessa täällä. Tallenna se tiedostoon ja kerro ylläpitäjälle.',
  },
  'company-is-no-company': {
    what: 'Valittu yritys on lokissa henkilö.',
    help: 'Kirjoittamasi on tallessa täällä. Luo kontakti ilman tätä yritystä tai hylkää se.',
  },
  'cannot-merge': {
    what: 'Näitä kahta kontaktia ei voi yhdistää.',
    help: 'Valitse kaksi samanlaista, henkilöt tai yritykset, joita ei ole jo yhdistetty tai poistettu. Hylkää tämä vaihe.',
  },
  'has-follow-ups': {
    what: 'Kontaktilla on avoimia seurantoja.',
    help: 'Sulje ne ensin ja yritä sitten uudelleen, tai säilytä kontakti hylkäämällä tämä vaihe.',
  },
  'follow-up-not-found': {
    what: 'Seurantaa ei enää ole.',
    help: 'Mitään muuta ei muutettu. Hylkää tämä vaihe.',
  },
  'follow-up-closed': {
    what: 'Seuranta suljettiin sillä välin.',
    help: 'Kirjoittamasi on tallessa täällä. Tee siitä uusi seuranta tai hylkää se.',
  },
  'group-not-found': {
    what: 'Vuorovaikutusryhmää ei ole.',
    help: 'Kirjoittamasi on tallessa täällä. Valitse toinen ryhmä ja tallenna uudelleen, tai hylkää se.',
  },
  'group-in-use': {
    what: 'Ryhmässä on vielä vuorovaikutusmalleja.',
    help: 'Siirrä tai poista mallit ensin ja yritä sitten uudelleen.',
  },
  'language-missing': {
    what: 'Mallilla ei ole kuvausta omalla kielellään.',
    help: 'Lisää kuvaus sillä kielellä tai valitse toinen kieli, ja tallenna uudelleen.',
  },
  'template-in-setup': {
    what: 'Vuorovaikutusmallin asetukset käyttävät tätä mallia.',
    help: 'Valitse malli, joka tulee sen tilalle, ja poista se sitten.',
  },
  'campaign-not-found': {
    what: 'Kampanjaa ei ole.',
    help: 'Kirjoittamasi on tallessa täällä. Valitse toinen kampanja tai ei mitään, ja tallenna uudelleen.',
  },
  'ends-before-start': {
    what: 'Kampanja päättyy ennen alkuaan.',
    help: 'Korjaa päivät ja tallenna uudelleen.',
  },
  'not-postponed': {
    what: 'Vuorovaikutus ei ole enää lykätty: se on viimeistelty tai peruutettu.',
    help: 'Kirjoittamasi on tallessa täällä. Korjaa tapahtumaa sen omalla sivulla tai hylkää tämä.',
  },
  'entry-deleted': {
    what: 'Tämä vuorovaikutus on poistettu.',
    help: 'Se oli peruutettu, ja esihenkilö poisti sen.',
  },
  'contact-erased': {
    what: 'Tämän henkilön tiedot on poistettu.',
    help: 'Kaikki henkilöä koskeva on poistettu pyynnöstä. Vanhalle kontaktille ei voi enää kirjata mitään.',
  },
  'changed-meanwhile': {
    what: 'Joku muutti tätä sillä välin.',
    help: 'Katso nykyiset tiedot ja tallenna uudelleen, jos muutoksesi pätee yhä. Syöttämäsi on tallessa täällä.',
  },
  'campaign-in-use': {
    what: 'Vuorovaikutusmallit asettavat yhä tämän kampanjan.',
    help: 'Poista kampanja ensin näistä malleista, tai poista mallit. Yritä sitten uudelleen.',
  },
  'own-salesperson': {
    what: 'Olet kirjautunut tänä myyjänä.',
    help: 'Mitään ei muutettu: et voisi enää kirjata mitään. Toinen ylläpitäjä voi poistaa sen.',
  },
  'bad-json': {
    what: 'Palvelin ei pystynyt lukemaan tämän ruudun lähettämää.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Lataa ruutu uudelleen; jos vika jää, kerro ylläpitäjälle.',
  },
  'bad-request': {
    what: 'Palvelin ei ymmärtänyt tämän ruudun lähettämää.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Lataa ruutu uudelleen; jos vika jää, kerro ylläpitäjälle.',
  },
  'too-large': {
    what: 'Tapahtuma on liian suuri lähetettäväksi.',
    help: 'Se on turvassa tällä laitteella. Tallenna se tiedostoon ja kirjaa ilman viestin tekstiä.',
  },
  'too-many-commands': {
    what: 'Kerralla lähetettiin liikaa.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät pienemmissä erissä.',
  },
  'version-too-old': {
    what: 'Tämä ruutu on vanhempi kuin palvelin sallii.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Lataa ruutu uudelleen, niin ne lähtevät.',
  },
  'version-too-new': {
    what: 'Tämä ruutu on uudempi kuin palvelin.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät, kun palvelin on päivitetty.',
  },
  'wrong-account': {
    what: 'Tämä kuuluu toiselle tilille.',
    help: 'Mitään ei lähetetty eikä otettu vastaan. Kirjaudu tilille, jolle se kuuluu.',
  },
  'signed-out': {
    what: 'Et ole kirjautunut sisään.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Kirjaudu uudelleen, niin ne lähtevät.',
  },
  'sign-in-refused': {
    what: 'Linkki tai koodi ei kelpaa. Se on voitu jo käyttää tai se on vanhentunut.',
    help: 'Tarkista, että se on kokonainen, tai pyydä ylläpitäjältä uusi.',
  },
  'cursor-expired': {
    what: 'Palvelin on palautettu, ja tämä laite aloittaa sen kanssa alusta.',
    help: 'Tapahtumasi ovat turvassa. Tämä kestää hetken eikä vaadi sinulta mitään.',
  },
  'scope-unknown': {
    what: 'Palvelin ei tunne lokin osaa, jota tämä ruutu pyysi.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Lataa ruutu uudelleen; jos vika jää, kerro ylläpitäjälle.',
  },
  'forbidden-origin': {
    what: 'Palvelin ei hyväksy pyyntöjä tältä sivulta.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Avaa ruutu ylläpitäjältä saamastasi osoitteesta.',
  },
  'not-found': {
    what: 'Palvelimella ei ole sitä, mitä pyydettiin.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella. Jos tämä jatkuu, tarkista palvelimen osoite.',
  },
  forbidden: {
    what: 'Roolisi ei salli tätä.',
    help: 'Pyydä tiimisi esihenkilöltä tai ylläpitäjältä.',
  },
  'too-many-requests': {
    what: 'Liian monta yritystä lyhyessä ajassa.',
    help: 'Mitään ei kadonnut. Odota minuutti ja yritä uudelleen.',
  },
  'server-busy': {
    what: 'Palvelin on kuormittunut.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät itsestään.',
  },
  'server-full': {
    what: 'Palvelimen levy on täynnä.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät, kun tilaa on taas. Kerro palvelimen ylläpitäjälle.',
  },
  'server-fault': {
    what: 'Palvelimella tapahtui virhe.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät itsestään. Jos vika jatkuu, kerro ylläpitäjälle.',
  },
  'storage-denied': {
    what: 'Selain ei anna tämän ruudun tallentaa mitään.',
    help: 'Kirjaamasi säilyy vain, kunnes ruutu suljetaan. Odota, että se lähtee, tai tallenna lähettämättömät tiedostoon.',
  },
  'storage-full': {
    what: 'Selaimen tallennustila on täynnä.',
    help: 'Mitään tallennettua ei ole kadonnut. Vapauta tilaa tai tallenna lähettämättömät tiedostoon.',
  },
  'storage-lost': {
    what: 'Selain on sulkenut tai poistanut tämän ruudun tallennustilan.',
    help: 'Tähän ei voi enää tallentaa mitään. Lataa ruutu uudelleen: se näyttää, mitä selaimella on tallessa. Lokissa oleva on turvassa.',
  },
  'storage-newer': {
    what: 'Tässä selaimessa on Interlogin uudemman version loki.',
    help: 'Se on turvassa, mutta tämä vanhempi ruutu ei osaa lukea sitä: lataa ruutu uudelleen, niin saat uuden version. Siihen asti kirjaamasi säilyy vain, kunnes ruutu suljetaan.',
  },
  'server-unreachable': {
    what: 'Palvelimeen ei saada yhteyttä.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella ja lähtevät itsestään.',
  },
  'part-not-loaded': {
    what: 'Osaa Interlogista ei voitu ladata.',
    help: 'Mitään ei kadonnut: tallennettu on turvassa tällä laitteella, ja kirjoittamasi on yhä tässä. Yritä uudelleen, kun verkko toimii. Jos se ei auta, lataa ruutu uudelleen.',
  },
  'pane-fault': {
    what: 'Tässä ruudussa tapahtui virhe.',
    help: 'Tapahtumasi ovat turvassa tällä laitteella, ja niiden lähettämistä yritetään uudelleen itsestään. Jos vika jatkuu, lataa ruutu uudelleen ja kerro ylläpitäjälle.',
  },
};
