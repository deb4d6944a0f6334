import { type RefObject, useEffect, useState } from 'react';

/** Under this the reader shows a page. */
const PAGE = '[data-testid="techdocs-native-shadowroot"]';

/** Whether the reader has drawn a page below the element. Until then it is blank for a moment more after the page has come. */
export function useIsPageShown(ref: RefObject<HTMLElement>): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const look = () => setShown(element.querySelector(PAGE) !== null);
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [ref]);
  return isShown;
}
