import { type RefObject, useEffect, useState } from 'react';

/** Under this the reader shows a page. */
const PAGE = '[data-testid="techdocs-native-shadowroot"]';
/** What an app shows while the code of a part of it is loaded: its own, or that of a test. */
const LOADING = '[data-testid="progress"], [data-testid="core-progress"]';

/** `loading`: its code is not there yet. `other`: a header, an error, a page without one of docs. */
export type ReaderShows = 'page' | 'loading' | 'other';

/** What the reader has drawn below the element. Until its code is there it is blank; it is for a moment more after the page has come. */
export function useReaderShows(ref: RefObject<HTMLElement>): ReaderShows {
  const [shows, setShows] = useState<ReaderShows>('loading');
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const look = () => setShows(whatIn(element));
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [ref]);
  return shows;
}

function whatIn(element: HTMLElement): ReaderShows {
  if (element.querySelector(PAGE)) return 'page';
  const isBlank =
    element.childElementCount === 0 || element.querySelector(LOADING) !== null;
  return isBlank ? 'loading' : 'other';
}
