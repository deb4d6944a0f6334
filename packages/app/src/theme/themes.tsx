import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { createPortalTheme } from './createPortalTheme';

const lightTheme = createPortalTheme('light');
const darkTheme = createPortalTheme('dark');

/** Take the place of the stock themes, whose names they bear. Without a choice the portal follows the system. */
export const portalThemes = [
  ThemeBlueprint.make({
    name: 'light',
    params: {
      theme: {
        id: 'light',
        title: 'Light',
        variant: 'light',
        icon: <RiSunLine size={16} />,
        Provider: ({ children }) => (
          <UnifiedThemeProvider theme={lightTheme} themeName="callboard">
            {children}
          </UnifiedThemeProvider>
        ),
      },
    },
  }),
  ThemeBlueprint.make({
    name: 'dark',
    params: {
      theme: {
        id: 'dark',
        title: 'Dark',
        variant: 'dark',
        icon: <RiMoonLine size={16} />,
        Provider: ({ children }) => (
          <UnifiedThemeProvider theme={darkTheme} themeName="callboard">
            {children}
          </UnifiedThemeProvider>
        ),
      },
    },
  }),
];
