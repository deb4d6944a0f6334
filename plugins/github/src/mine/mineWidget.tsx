import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** What waits for the person at GitHub, on the home page. */
export const mineWidget = HomePageWidgetBlueprint.make({
  name: 'mine',
  params: {
    name: 'GithubMine',
    title: 'Mine on GitHub',
    description:
      'Reviews that wait for you, your pull requests, and red builds of your teams',
    layout: { width: { defaultColumns: 12 } },
    components: async () => {
      const { MineContent } = await import('./MineContent');
      return { Content: MineContent };
    },
  },
});
