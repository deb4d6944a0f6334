import { useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { SearchField } from '@backstage/ui';
import { usePagePath } from '../links/usePagePath';
import { openPalette } from './openPalette';
import styles from './HomeSearch.module.css';

/**
 * The page's search. A shell with a command palette takes over at the first click or letter; without one this is a
 * plain search form.
 */
export function HomeSearch() {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const searchPath = usePagePath()('page:search');

  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter =
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey;
    if (isLetter && query === '' && openPalette({ query: event.key }))
      event.preventDefault();
  };

  return (
    // The field inside is what one presses; listening here takes its icon and its edge along.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.search}
      role="search"
      onMouseDown={event => {
        if (event.button === 0 && openPalette({ query }))
          event.preventDefault();
      }}
    >
      <SearchField
        aria-label="Search the portal"
        placeholder="Search components, APIs, docs, people"
        className={styles.field}
        value={query}
        onChange={setQuery}
        onKeyDown={onKeyDown}
        onSubmit={value => {
          if (searchPath)
            navigate(`${searchPath}?query=${encodeURIComponent(value.trim())}`);
        }}
      />
    </div>
  );
}
