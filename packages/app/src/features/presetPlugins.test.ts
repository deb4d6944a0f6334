import type { FrontendPlugin } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { loadFeatures } from './__testUtils__/loadFeatures';
import { presetPlugins } from './presetPlugins';

const load = async (plugins: string[] | undefined, config: JsonObject = {}) => {
  const features = await loadFeatures({
    loader: presetPlugins,
    config: { ...config, ...(plugins && { callboard: { plugins } }) },
  });
  return features.map(feature => (feature as FrontendPlugin).pluginId);
};

jest.setTimeout(60_000);

describe('presetPlugins', () => {
  it('loads nothing without presets', async () => {
    await expect(load(undefined)).resolves.toEqual([]);
    await expect(load([])).resolves.toEqual([]);
  });

  it('passes over what is a backend or unknown', async () => {
    await expect(
      load(['@backstage-community/plugin-jenkins-backend', 'constructor']),
    ).resolves.toEqual([]);
  });

  it.each([
    ['@backstage-community/plugin-azure-devops', 'azure-devops'],
    ['@backstage-community/plugin-jenkins', 'jenkins'],
    ['@backstage-community/plugin-sonarqube', 'sonarqube'],
    ['@backstage-community/plugin-tech-radar', 'tech-radar'],
    ['@backstage-community/plugin-vault', 'vault'],
    ['@backstage/plugin-kubernetes', 'kubernetes'],
    ['@roadiehq/backstage-plugin-argo-cd', 'argocd'],
  ])('loads %s', async (name, pluginId) => {
    await expect(load([name])).resolves.toEqual([pluginId]);
  });

  it('loads the workflows of GitHub where people can sign in there', async () => {
    const name = '@backstage-community/plugin-github-actions';
    await expect(load([name])).resolves.toEqual([]);
    await expect(
      load([name], { auth: { providers: { github: {} } } }),
    ).resolves.toEqual(['github-actions']);
  });
});
