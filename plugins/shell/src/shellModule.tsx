import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  NavContentBlueprint,
  SignInPageBlueprint,
} from '@backstage/plugin-app-react';
import { ShellLayout } from './layout/ShellLayout';
import { ShellNav } from './layout/ShellNav';
import { pageLayout } from './layout/pageLayout';
import { statusPages } from './status/statusPages';

/** Takes the place of the app plugin's own layout, which is built around the stock sidebar. */
const layout = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    nav: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ inputs }) => [
    coreExtensionData.reactElement(
      <ShellLayout
        nav={inputs.nav.get(coreExtensionData.reactElement)}
        content={inputs.content.get(coreExtensionData.reactElement)}
      />,
    ),
  ],
});

const navContent = NavContentBlueprint.make({
  params: { component: ShellNav },
});

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: () => import('./signIn/SignInPage').then(m => m.SignInPage),
  },
});

/** The frame around every page: rail, top bar, command palette, sign-in page. */
export const shellModule = createFrontendModule({
  pluginId: 'app',
  extensions: [layout, navContent, signInPage, pageLayout, ...statusPages],
});
