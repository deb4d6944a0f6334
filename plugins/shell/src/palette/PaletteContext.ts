import { createContext, useContext } from 'react';

export const PaletteContext = createContext<{ open(): void }>({
  open: () => {},
});

export const usePalette = () => useContext(PaletteContext);

/** How the shortcut is written on this person's keyboard. */
export const paletteShortcut = (platform: string) =>
  /mac|iphone|ipad/i.test(platform) ? '⌘ K' : 'Ctrl K';
