import type { PageAddress } from '../../pane/pane-services.ts';

/** The part of the page's address behind `#`: it never leaves the browser. */
export function pageAddress(): PageAddress {
  return {
    read: () => location.hash.slice(1),
    write(part, how) {
      const address = `${location.pathname}${location.search}${part === '' ? '' : `#${part}`}`;
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    },
    onChange: (changed, signal) => window.addEventListener('popstate', changed, { signal }),
  };
}
