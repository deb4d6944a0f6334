import {
  asEnvFile,
  type AppCompletion,
} from '@callboard/plugin-connections-common';

/** The result for a person. With variables it is the one time that they are told, in the form of an environment file. */
export function formatCompletion(done: AppCompletion): string {
  const { name, appId, htmlUrl, file, variables, config, next } = done;
  return [
    `The GitHub App "${name}" (${appId}) is there: ${htmlUrl}`,
    ...(file ? [`Its credentials are in ${file}, for the portal alone.`] : []),
    ...(variables
      ? [
          '',
          'Put this into your secret store now; it is not shown again:',
          '',
          asEnvFile(variables),
        ]
      : []),
    ...(config
      ? [
          '',
          'And this into app-config.local.yaml, unless a preset does it:',
          '',
          config.trimEnd(),
        ]
      : []),
    '',
    'Next:',
    ...next.map((step, index) => `  ${index + 1}. ${step}`),
    '',
  ].join('\n');
}
