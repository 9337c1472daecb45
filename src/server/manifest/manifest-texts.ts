/** What Outlook itself shows of the add-in. */
export interface ManifestTexts {
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

/** The texts in the languages that the manifest has; English is the one for all others. */
export interface TranslatedManifestTexts {
  en: ManifestTexts;
  fi: ManifestTexts;
}
