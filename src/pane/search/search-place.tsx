import { SearchIcon } from '../icons/icons.tsx';

/** The place of the search field until it is loaded. */
export function SearchPlace({ label }: { label: string }) {
  return (
    <div class="search">
      <SearchIcon />
      <input class="input search-input" type="text" disabled placeholder={label} aria-label={label} />
    </div>
  );
}
