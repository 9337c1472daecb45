import type { XmlElement } from './xml.ts';

/** An element with the name of the one it stands in. */
export interface Found {
  element: XmlElement;
  parent: string;
}

/** `element` and all in it, without going into elements named `stop`. */
export function* walk(element: XmlElement, parent = '', stop?: string): Generator<Found> {
  yield { element, parent };
  for (const child of element.children) if (child.name !== stop) yield* walk(child, element.name, stop);
}

export function textOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}

/** What is shown of an element in all languages. */
export function textsOf(element: XmlElement): string[] {
  return [element.attributes.DefaultValue ?? '', ...element.children.map(({ attributes }) => attributes.Value ?? '')];
}
