/** Takes files that are dropped anywhere on the window; `hovering` says whether some are held over it. */
export function dropFiles(
  target: Window,
  take: (files: readonly File[]) => void,
  hovering: (over: boolean) => void,
  ended: AbortSignal,
): void {
  target.addEventListener(
    'dragover',
    (event) => {
      event.preventDefault();
      hovering(event.dataTransfer?.types.includes('Files') ?? false);
    },
    { signal: ended },
  );
  target.addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) hovering(false);
    },
    { signal: ended },
  );
  target.addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      hovering(false);
      take([...(event.dataTransfer?.files ?? [])]);
    },
    { signal: ended },
  );
}
