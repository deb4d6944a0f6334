import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { withTemplatesOfLocations } from './withTemplatesOfLocations';

const rulesFor = (catalog: any) =>
  withTemplatesOfLocations(new ConfigReader({ catalog })).get('catalog.rules');

it('allows templates from locations without rules, each by its exact target', () => {
  expect(
    rulesFor({
      rules: [{ allow: ['Component'] }],
      locations: [
        { type: 'url', target: 'https://example.com/template.yaml' },
        { type: 'file', target: './examples/all.yaml' },
        { type: 'url', target: 'https://example.com/org.yaml', rules: [] },
      ],
    }),
  ).toEqual([
    { allow: ['Component'] },
    {
      allow: ['Template'],
      locations: [{ type: 'url', exact: 'https://example.com/template.yaml' }],
    },
    {
      allow: ['Template'],
      locations: [{ type: 'file', exact: path.resolve('examples/all.yaml') }],
    },
  ]);
});

it('keeps what stock allows when there are no rules', () => {
  expect(
    rulesFor({ locations: [{ type: 'url', target: 'https://example.com/a' }] }),
  ).toEqual([
    { allow: ['Component', 'API', 'Location'] },
    {
      allow: ['Template'],
      locations: [{ type: 'url', exact: 'https://example.com/a' }],
    },
  ]);
});

it('leaves a configuration without locations as it is', () => {
  const config = new ConfigReader({ catalog: { rules: [] } });
  expect(withTemplatesOfLocations(config)).toBe(config);
});
