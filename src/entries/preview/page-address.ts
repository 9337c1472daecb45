import { type DemoName, demoNameFrom } from './demo-people.ts';

/** What the page's address says: `#token=…&as=mika`. */
export interface PageAddress {
  token: string | undefined;
  as: DemoName;
}

export function readPageAddress(hash: string): PageAddress {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  return { token: parameters.get('token') || undefined, as: demoNameFrom(parameters.get('as')) };
}

/** The address of the same workspace as somebody else. */
export function pageAddressAs(token: string | undefined, as: DemoName): string {
  return `#${new URLSearchParams({ ...(token === undefined ? {} : { token }), as })}`;
}
