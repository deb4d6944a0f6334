import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { drawDiagram } from './drawDiagram';
import { showDiagrams } from './showDiagrams';
import { useThemeMode } from './useThemeMode';

/** Shows the Mermaid diagrams of the page that the reader shows, in its theme. */
export function MermaidAddon() {
  const root = useShadowRoot();
  const mode = useThemeMode();
  useEffect(() => {
    if (!root) return undefined;
    let current = 0;
    const show = () => {
      current += 1;
      const mine = current;
      void showDiagrams({
        root,
        mode,
        draw: drawDiagram,
        isCurrent: () => mine === current,
      });
    };
    // Another page is another child.
    const observer = new MutationObserver(show);
    observer.observe(root, { childList: true });
    show();
    return () => {
      current += 1;
      observer.disconnect();
    };
  }, [root, mode]);
  return null;
}
