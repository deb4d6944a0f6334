import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(120_000);

const load = (plugins?: string[]) =>
  loadedFeatures({
    loader: 'presetPlugins',
    config: plugins ? { callboard: { plugins } } : {},
  });

describe('presetPlugins', () => {
  it('loads nothing without presets', async () => {
    await expect(load()).resolves.toEqual([]);
    await expect(load([])).resolves.toEqual([]);
  });

  it('passes over what is a frontend or unknown', async () => {
    await expect(
      load(['@backstage-community/plugin-jenkins', 'constructor']),
    ).resolves.toEqual([]);
  });

  it.each([
    ['@backstage-community/plugin-azure-devops-backend', 'azure-devops'],
    ['@backstage-community/plugin-jenkins-backend', 'jenkins'],
    ['@backstage-community/plugin-mcp-chat-backend', 'mcp-chat'],
    ['@backstage-community/plugin-sonarqube-backend', 'sonarqube'],
    ['@backstage-community/plugin-tech-radar-backend', 'tech-radar'],
    ['@backstage-community/plugin-vault-backend', 'vault'],
    ['@backstage/plugin-kubernetes-backend', 'kubernetes'],
    ['@roadiehq/backstage-plugin-argo-cd-backend', 'argocd'],
  ])('loads %s', async (name, pluginId) => {
    await expect(load([name])).resolves.toContain(pluginId);
  });
});
