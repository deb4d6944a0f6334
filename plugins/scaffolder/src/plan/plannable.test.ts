import type { Entity } from '@backstage/catalog-model';
import { plannable } from './plannable';

const plan = (urls: unknown[], location: string) => {
  const template = {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 't',
      annotations: { 'backstage.io/managed-by-location': location },
    },
    spec: {
      type: 'service',
      steps: urls.map(url => ({ action: 'fetch:template', input: { url } })),
    },
  } as Entity;
  const { template: made, unreachable } = plannable({
    template,
    resolveUrl: ({ url, base }) => new URL(url, base).toString(),
  });
  return {
    urls: made.spec.steps.map(({ input }) => input?.url),
    unreachable: unreachable.map(({ url }) => url),
  };
};

it('makes relative addresses absolute, and tells of those that only a run can build', () => {
  expect(
    plan(
      [
        './skeleton',
        '../shared/${{ parameters.kind }}/x',
        '${{ parameters.url }}',
        'https://a.test/b',
        undefined,
      ],
      'url:https://host.test/o/r/blob/main/t/template.yaml',
    ),
  ).toEqual({
    urls: [
      'https://host.test/o/r/blob/main/t/skeleton',
      'https://host.test/o/r/blob/main/shared/${{ parameters.kind }}/x',
      '${{ parameters.url }}',
      'https://a.test/b',
      undefined,
    ],
    unreachable: ['${{ parameters.url }}'],
  });
});

it('leaves the addresses of a template that was read from a file', () => {
  expect(plan(['./skeleton'], 'file:/srv/template.yaml')).toEqual({
    urls: ['./skeleton'],
    unreachable: ['./skeleton'],
  });
});
