import { useEffect } from 'react';

/**
 * Names the page in the browser's tab and history. Stock pages that set a title of their own do so a moment after they
 * are drawn, and so still have the last word; what they leave behind is replaced at the next address.
 */
export function useDocumentTitle(options: {
  portal: string;
  pathname: string;
  page?: string;
}) {
  const { portal, pathname, page } = options;
  useEffect(() => {
    document.title = page ? `${page} · ${portal}` : portal;
  }, [portal, pathname, page]);
}
