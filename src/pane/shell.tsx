import { LogoIcon } from './icons/icons.tsx';

/** The pane's first frame: everything in its place, without a word that would have to be translated. */
export function Shell() {
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
