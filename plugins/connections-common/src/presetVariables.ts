/** Which presets read the credentials of a host: `github` and `github-auth`, or those of a GitHub Enterprise Server beside them. */
export type PresetFamily = 'github' | 'github-enterprise';

/** What of an App the presets read. */
export interface PresetApp {
  appId: number;
  clientId: string;
  clientSecret: string;
  privateKey: string;
  webhookUrl?: string;
  webhookSecret?: string;
}

/** The names of the presets' variables. */
export const PRESET_VARIABLES: Record<
  PresetFamily,
  Record<keyof PresetApp, string>
> = {
  github: {
    appId: 'GITHUB_APP_ID',
    clientId: 'GITHUB_CLIENT_ID',
    clientSecret: 'GITHUB_CLIENT_SECRET',
    privateKey: 'GITHUB_PRIVATE_KEY',
    webhookUrl: 'GITHUB_WEBHOOK_URL',
    webhookSecret: 'GITHUB_WEBHOOK_SECRET',
  },
  'github-enterprise': {
    appId: 'GHE_APP_ID',
    clientId: 'GHE_APP_CLIENT_ID',
    clientSecret: 'GHE_APP_CLIENT_SECRET',
    privateKey: 'GHE_PRIVATE_KEY',
    // The presets have no variable for it; a file of the operator's may.
    webhookUrl: 'GHE_WEBHOOK_URL',
    webhookSecret: 'GHE_WEBHOOK_SECRET',
  },
};

/** The credentials of an App under the names that the presets read. */
export function presetVariables(options: {
  app: PresetApp;
  family: PresetFamily;
}): Record<string, string> {
  const { app, family } = options;
  return Object.fromEntries(
    Object.entries(PRESET_VARIABLES[family]).flatMap(([key, name]) => {
      const value = app[key as keyof PresetApp];
      return value === undefined || value === '' ? [] : [[name, `${value}`]];
    }),
  );
}
