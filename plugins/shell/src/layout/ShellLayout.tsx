import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from 'react-router-dom';
import { SidebarPinStateProvider } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { AccentStyle } from '../branding/AccentStyle';
import { Banner } from '../branding/Banner';
import { useBranding } from '../branding/useBranding';
import { SandboxBanner } from '../sandbox/SandboxBanner';
import { useSandbox } from '../sandbox/useSandbox';
import { GuestBanner } from '../signIn/GuestBanner';
import { readProviders } from '../signIn/providers';
import { CreateNotice } from './CreateNotice';
import { ShellContext } from './ShellContext';
import { useMediaQuery } from './useMediaQuery';
import styles from './ShellLayout.module.css';

const COLLAPSED_KEY = 'callboard.rail.collapsed';

/** The frame of every page: banner, rail, top bar, content. */
export function ShellLayout(props: { nav: ReactNode; content: ReactNode }) {
  const branding = useBranding();
  const sandbox = useSandbox();
  const isGuest = readProviders(useApi(configApiRef)).guest;
  const { pathname } = useLocation();
  const [collapsed, setCollapsed] = useState(
    () => localStorage.getItem(COLLAPSED_KEY) === 'true',
  );
  const [drawerOpen, setDrawerOpen] = useState(false);
  const isMobile = useMediaQuery('(max-width: 799px)');

  // Rail and top bar stick below the banner, which is as high as its text on this screen.
  const bannerRef = useCallback((element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === 'undefined') return;
    new ResizeObserver(() =>
      document.documentElement.style.setProperty(
        '--callboard-banner',
        `${element.offsetHeight}px`,
      ),
    ).observe(element);
  }, []);

  // Following a link in the drawer closes it.
  useEffect(() => setDrawerOpen(false), [pathname]);

  const state = useMemo(
    () => ({
      collapsed,
      setCollapsed: (next: boolean) => {
        localStorage.setItem(COLLAPSED_KEY, String(next));
        setCollapsed(next);
      },
      drawerOpen,
      setDrawerOpen,
    }),
    [collapsed, drawerOpen],
  );

  // The settings page pins "the sidebar", which here is the rail.
  const pinState = useMemo(
    () => ({
      isPinned: !state.collapsed,
      toggleSidebarPinState: () => state.setCollapsed(!state.collapsed),
      isMobile,
    }),
    [state, isMobile],
  );

  return (
    <ShellContext.Provider value={state}>
      <SidebarPinStateProvider value={pinState}>
        <AccentStyle accent={branding.accent} />
        <div className={styles.shell} data-collapsed={collapsed}>
          <a className={styles.skip} href="#content">
            Skip to content
          </a>
          <div className={styles.banner} ref={bannerRef}>
            {sandbox && <SandboxBanner sandbox={sandbox} />}
            {isGuest && <GuestBanner />}
            {branding.banner && <Banner banner={branding.banner} />}
          </div>
          {props.nav}
          <div className={styles.content} id="content" tabIndex={-1}>
            <CreateNotice pathname={pathname} />
            {props.content}
          </div>
        </div>
      </SidebarPinStateProvider>
    </ShellContext.Provider>
  );
}
