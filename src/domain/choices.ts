import * as v from 'valibot';

/** The option fields of `domain.md` §2. The empty string is NAV's blank. */
export const InformationFlow = v.picklist(['', 'outbound', 'inbound']);
export type InformationFlow = v.InferOutput<typeof InformationFlow>;

export const InitiatedBy = v.picklist(['', 'us', 'them']);
export type InitiatedBy = v.InferOutput<typeof InitiatedBy>;

export const CorrespondenceType = v.picklist(['', 'hard-copy', 'email', 'fax']);
export type CorrespondenceType = v.InferOutput<typeof CorrespondenceType>;

export const Evaluation = v.picklist(['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative']);
export type Evaluation = v.InferOutput<typeof Evaluation>;

/** Who reads an entry's note and mail text: the whole team, or its author and the managers. */
export const Audience = v.picklist(['team', 'managers']);
export type Audience = v.InferOutput<typeof Audience>;

/** How much of a mail or meeting an entry stores: who, when and subject; also the user's note; also the text of the mail. */
export const StoredLevel = v.picklist(['details', 'note', 'text']);
export type StoredLevel = v.InferOutput<typeof StoredLevel>;

/** How an entry came to be. */
export const Origin = v.picklist(['hand', 'mail', 'meeting', 'automatic']);
export type Origin = v.InferOutput<typeof Origin>;

export const Role = v.picklist(['salesperson', 'manager', 'admin']);
export type Role = v.InferOutput<typeof Role>;

/** A language of people and templates: BCP 47, lower-case primary tag, such as `fi` or `sv`. */
export const Language = v.pipe(v.string(), v.regex(/^$|^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
export type Language = v.InferOutput<typeof Language>;

/** Texts in the languages of the workspace, such as `{en: 'E-mail', fi: 'Sähköposti'}`. */
export const Translated = v.record(v.string(), v.pipe(v.string(), v.maxLength(100)));
export type Translated = v.InferOutput<typeof Translated>;
