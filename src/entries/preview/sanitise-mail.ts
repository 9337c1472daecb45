import { isHidden } from '../../capture/html-to-text.ts';

/** What a mail may bring to the page: structure and text. No styles, pictures, links, forms or frames. */
const tags =
  'a abbr b big blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  );
const attributes = [
  'align',
  'class',
  'border',
  'cellpadding',
  'cellspacing',
  'colspan',
  'dir',
  'lang',
  'rowspan',
  'start',
  'valign',
];

/** Hostile HTML as HTML that does nothing, for a frame that may do nothing either. What its writer hid stays hidden. */
export async function sanitiseMail(html: string): Promise<string> {
  const { default: purify } = await import('dompurify');
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('[style], [hidden]')) if (isHidden(element)) element.remove();
  return purify.sanitize(body.innerHTML, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
