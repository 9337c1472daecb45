import { JSDOM } from 'jsdom';
import type { XmlElement } from '../../src/server/manifest/xml.ts';

/** The document's elements, from its text by a real parser. Throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const { DOMParser } = new JSDOM('').window;
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const failed = document.querySelector('parsererror');
  if (failed) throw new Error(failed.textContent ?? 'not well-formed');
  return elementOf(document.documentElement);
}

function elementOf(element: Element): XmlElement {
  const children = [...element.children].map(elementOf);
  return {
    name: element.nodeName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children,
    text: children.length > 0 ? '' : (element.textContent ?? ''),
  };
}
