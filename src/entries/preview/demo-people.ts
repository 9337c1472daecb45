import { people } from '../../host/preview/samples/sample-people.ts';

/** The colleagues of the demo workspace that a visitor can be. */
const demoNames = ['anna', 'mika', 'sofia'] as const;
export type DemoName = (typeof demoNames)[number];

export function demoNameFrom(text: string | null): DemoName {
  return demoNames.find((name) => name === text) ?? 'anna';
}

/** Whom a second device belongs to: the next colleague. */
export function nextDemoName(name: DemoName): DemoName {
  return demoNames[(demoNames.indexOf(name) + 1) % demoNames.length] ?? 'anna';
}

export function demoPerson(name: DemoName): { name: string; address: string } {
  return people[name];
}
