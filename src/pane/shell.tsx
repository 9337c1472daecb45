import { render } from 'preact';
import './theme/theme.css';
import { LogoIcon } from './icons/icons.tsx';

/** Shows the pane's first frame in `root`: everything in its place, without a word that would have to be translated. */
export function showShell(root: HTMLElement): void {
  root.classList.add('interlog');
  render(<Shell />, root);
}

function Shell() {
  return (
    <>
      <header class="header">
        <span class="brand">
          <LogoIcon /> Interlog
        </span>
      </header>
      <main class="main" aria-busy="true">
        <div class="skeleton">
          {Array.from({ length: 7 }, (_, at) => (
            <span key={at} class="skeleton-row" />
          ))}
        </div>
      </main>
    </>
  );
}
