import { configure, prettyDOM } from '@testing-library/preact';
import { options } from 'preact';
import { afterAll } from 'vitest';
import { quickComputedStyle } from './quick-computed-style.ts';

configure({
  // As for all tests: a busy machine may take its time.
  asyncUtilTimeout: 20_000,
  // Whoever waits is told many times that it is not there yet: the page is printed only when somebody reads that.
  getElementError(message, container) {
    const error = new Error();
    error.name = 'TestingLibraryElementError';
    let text: string | undefined;
    Object.defineProperty(error, 'message', {
      get: () => (text ??= [message, prettyDOM(container)].filter(Boolean).join('\n\n')),
      set: (instead: string) => {
        text = instead;
      },
      configurable: true,
    });
    return error;
  },
});
quickComputedStyle(window);

// Preact runs effects after a frame or 35 ms, and that timer outlives the page of the last test, which it asks for its frame.
// jsdom draws frames at all times: effects wait for them alone, and the page is taken away after the last one.
options.requestAnimationFrame = (callback) => requestAnimationFrame(() => setTimeout(callback));
afterAll(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));
