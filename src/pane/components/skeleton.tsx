/** Rows of the height that the real ones will have, so that nothing moves when they come. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        <span key={at} class="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
