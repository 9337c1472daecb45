import { configure, prettyDOM } from '@testing-library/preact';
import { quickComputedStyle } from './quick-computed-style.ts';

configure({
  // As for all tests: a busy machine may take its time.
  asyncUtilTimeout: 20_000,
  // Whoever waits is told many times that it is not there yet: the page is printed only when somebody reads that.
  getElementError(message, container) {
    const error = new Error();
    error.name = 'TestingLibraryElementError';
    const whole = () => [message, prettyDOM(container)].filter(Boolean).join('\n\n');
    Object.defineProperty(error, 'message', { get: whole, configurable: true });
    return error;
  },
});
quickComputedStyle(window);
