import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Ctrl or Cmd + K opens the palette; `/` goes to the page's own filter. */
export function useShortcuts(options: { openPalette(): void }) {
  const { openPalette } = options;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        openPalette();
      } else if (key === '/' && !isTyping(event.target)) {
        const filter = document.querySelector<HTMLElement>(
          '#content :is(input[type="search"], [role="searchbox"], input[placeholder])',
        );
        if (!filter) return;
        event.preventDefault();
        filter.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openPalette]);
}
