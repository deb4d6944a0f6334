import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useMemo,
  useState,
} from 'react';
import type { BrandLink } from '../branding/Branding';
import type { RailEntries } from '../layout/railEntries';
import { PaletteContext } from './PaletteContext';
import { useShortcuts } from './useShortcuts';

const CommandPalette = lazy(() =>
  import('./CommandPalette').then(m => ({ default: m.CommandPalette })),
);

/** Holds the command palette, which is loaded when it is first asked for. */
export function PaletteHost(props: {
  entries: RailEntries;
  links: BrandLink[];
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useShortcuts({ openPalette: open });
  const context = useMemo(() => ({ open }), [open]);
  return (
    <PaletteContext.Provider value={context}>
      {props.children}
      {isOpen && (
        <Suspense fallback={null}>
          <CommandPalette
            entries={props.entries}
            links={props.links}
            onClose={close}
          />
        </Suspense>
      )}
    </PaletteContext.Provider>
  );
}
