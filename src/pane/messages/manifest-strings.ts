/** What Outlook itself shows of the add-in, before any pane is open. Group and button labels have little room. */
export interface ManifestStrings {
  /** At most 125 characters each. */
  name: string;
  group: string;
  open: string;
  /** At most 250 characters each. */
  description: string;
  openMail: string;
  openDraft: string;
  openMeeting: string;
}

export const manifestStrings: { en: ManifestStrings; fi: ManifestStrings } = {
  en: {
    name: 'Interlog',
    group: 'Interlog',
    open: 'Log',
    description:
      'Log the open mail or meeting as an interaction with a contact, and see what the whole team has done with them.',
    openMail: 'Log this mail as an interaction, or see who did.',
    openDraft: 'Log the mail you are writing as an interaction.',
    openMeeting: 'Log this meeting as an interaction, or see who did.',
  },
  fi: {
    name: 'Interlog',
    group: 'Interlog',
    open: 'Kirjaa',
    description:
      'Kirjaa avoinna oleva viesti tai kokous vuorovaikutukseksi ja näe, mitä koko tiimi on tehnyt saman kontaktin kanssa.',
    openMail: 'Kirjaa tämä viesti vuorovaikutukseksi tai katso, kuka sen kirjasi.',
    openDraft: 'Kirjaa kirjoittamasi viesti vuorovaikutukseksi.',
    openMeeting: 'Kirjaa tämä kokous vuorovaikutukseksi tai katso, kuka sen kirjasi.',
  },
};
