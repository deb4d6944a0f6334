import { tokenStylesheet } from './cssVariables';

const STYLE_ID = 'callboard-tokens';

/**
 * Puts the tokens into the page before anything is painted, and the mode that the person chose (or that their system
 * asks for), so that a dark page does not begin with a white flash.
 */
export function installTokens(options: {
  document: Document;
  storedMode: string | null;
  systemIsDark: boolean;
}) {
  const { document, storedMode, systemIsDark } = options;
  if (document.getElementById(STYLE_ID)) return;
  const style = document.createElement('style');
  style.id = STYLE_ID;
  style.textContent = tokenStylesheet();
  document.head.append(style);

  const chosen = storedMode === 'light' || storedMode === 'dark';
  const system = systemIsDark ? 'dark' : 'light';
  document.body.dataset.themeMode = chosen ? storedMode : system;
}
