/**
 * Asking for an element by its role needs its computed style and that of all around it, which jsdom works out from every
 * rule of its own style sheet each time: most of what a test of the pane took. Here no style sheet is loaded, so two
 * elements of one kind that have no style of their own look alike: each kind is worked out once.
 */
export function quickComputedStyle(window: Window & typeof globalThis): void {
  const worksOut = window.getComputedStyle.bind(window);
  const known = new Map<string, CSSStyleDeclaration>();
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || element.hasAttribute('style') || document.styleSheets.length > 0) return worksOut(element, pseudo);
    const kind = `${element.namespaceURI} ${element.localName} ${shown
      .filter((name) => element.hasAttribute(name))
      .map((name) => `${name}=${element.getAttribute(name)}`)
      .join(' ')} ${element.isConnected}`;
    const style = known.get(kind) ?? worksOut(element);
    known.set(kind, style);
    return style;
  };
}

/** The attributes by which the browser's own style sheet tells elements of one name apart. */
const shown = ['hidden', 'type', 'open', 'dir'];
