/** A contact as a file says it: text that has not been checked. */
export interface RawContact {
  /** Where it begins in the file, counted from 1. */
  line: number;
  type: 'person' | 'company';
  name: string;
  companyName: string;
  email: string;
  otherEmails: string[];
  phones: string[];
  domains: string[];
  /** Code or name. */
  salesperson: string;
  correspondenceType: string;
  language: string;
  privacyBlocked: boolean;
}

/** A part of a file that holds no contact that can be read, or a group of contacts. */
export interface UnreadablePart {
  line: number;
  unreadable: true | 'group';
}

export function blankRaw(line: number): RawContact {
  return {
    line,
    type: 'person',
    name: '',
    companyName: '',
    email: '',
    otherEmails: [],
    phones: [],
    domains: [],
    salesperson: '',
    correspondenceType: '',
    language: '',
    privacyBlocked: false,
  };
}
