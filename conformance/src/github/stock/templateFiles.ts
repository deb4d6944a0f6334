import { stringify } from 'yaml';
import { everyAction } from './everyAction';

const NAME = '${{ parameters.name }}';

/** Templates and what they start from, as files of one repository. */
export function templateFiles(options: {
  /** The sandbox's host, with its port. */
  host: string;
}): Record<string, string> {
  const { host } = options;
  return {
    // As in guides that know github.com alone.
    'template.yaml': template({
      name: 'service',
      steps: [
        {
          id: 'fetch-base',
          name: 'Fetch Base',
          action: 'fetch:template',
          input: { url: './skeleton', values: { name: NAME } },
        },
        {
          id: 'publish',
          name: 'Publish',
          action: 'publish:github',
          input: {
            description: `This is ${NAME}`,
            repoUrl: `github.com?owner=\${{ parameters.owner }}&repo=${NAME}`,
            defaultBranch: 'main',
          },
        },
        {
          id: 'register',
          name: 'Register',
          action: 'catalog:register',
          input: {
            repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
            catalogInfoPath: '/catalog-info.yaml',
          },
        },
      ],
    }),
    'everything/template.yaml': template({
      name: 'everything',
      steps: everyAction({ host }),
    }),
    ...skeleton('skeleton'),
    ...skeleton('everything/skeleton'),
    'everything/change/CHANGELOG.md': '# Changes\n',
  };
}

function template(options: { name: string; steps: unknown[] }): string {
  const { name, steps } = options;
  return stringify({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, title: name },
    spec: {
      owner: 'group:default/web',
      type: 'service',
      parameters: [{ properties: { name: { type: 'string' } } }],
      steps,
      output: { pull: '${{ steps.pull.output.pullRequestNumber }}' },
    },
  });
}

/** The files of a new service, one of them a workflow. */
function skeleton(folder: string): Record<string, string> {
  return {
    [`${folder}/README.md`]: '# ${{ values.name }}\n',
    [`${folder}/catalog-info.yaml`]: `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: \${{ values.name }}
spec:
  type: service
  lifecycle: experimental
  owner: group:default/web
`,
    [`${folder}/.github/workflows/build.yaml`]: `name: Build
on:
  push:
  workflow_dispatch:
    inputs:
      target:
        type: string
        default: all
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo Building
`,
  };
}
