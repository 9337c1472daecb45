import type { HostPerson } from '../host-adapter.ts';
import type { OfficePerson } from './office-surface.ts';

const responses: Readonly<Record<string, NonNullable<HostPerson['response']>>> = {
  none: 'none',
  organizer: 'organizer',
  tentative: 'tentative',
  accepted: 'accepted',
  declined: 'declined',
};

/** A person as Outlook gives one; null when it gives none. */
export function hostPerson(person: OfficePerson | null | undefined): HostPerson | null {
  if (!person) return null;
  const response = responses[person.appointmentResponse ?? ''];
  return {
    name: person.displayName ?? '',
    address: person.emailAddress ?? '',
    ...(response ? { response } : {}),
  };
}

export function hostPeople(people: readonly OfficePerson[] | null | undefined): HostPerson[] {
  return (people ?? []).map(hostPerson).filter((person) => person !== null);
}
