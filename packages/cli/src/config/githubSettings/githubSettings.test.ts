import { inspectPortalConfig } from '../loadPortalConfig';
import { createEnvironment } from '../../testing/createEnvironment';
import { shippedRoot } from '../../testing/shippedRoot';
import { variablesFor } from '../../testing/variablesFor';

jest.setTimeout(30_000);

const LOCAL = 'app-config.local.yaml';

function inspect(text: string, presets = ['github']) {
  return inspectPortalConfig(
    createEnvironment(
      shippedRoot({ [LOCAL]: text }),
      variablesFor(['github']),
      { presets },
    ),
  );
}

it('has nothing to say of what the presets write', async () => {
  const { problems, warnings } = await inspect('');
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
});

it('tells what the catalog from GitHub refuses beside what the schema does, each with its place', async () => {
  const { problems } = await inspect(`catalog:
  syncStrategy: lazy
  providers:
    github:
      ours:
        organisation: acme
        filters:
          topic:
            includes: [a]
      ghe:
        organization: acme
        host: ghe.example.com
        filters: { branch: a/b }
callboard:
  github:
    catalog:
      inferred:
        owner: 5
        rules:
          - repository: shop
      guard: { share: 20 }
permission:
  enabled: 7
`);
  const GITHUB = 'catalog.providers.github';
  const OWN = 'callboard.github.catalog';
  expect(
    problems.map(({ problem, where }) => [
      problem.replace('the configuration key ', ''),
      where?.replace(/:\d+$/, ''),
    ]),
  ).toEqual(
    [
      ['permission.enabled must be boolean', 23],
      [
        'catalog.syncStrategy cannot be used: there is no strategy "lazy"; there are incremental and full',
        2,
      ],
      [
        `${GITHUB}.ours.organisation cannot be used: there is no such option; did you mean organization?`,
        6,
      ],
      [
        `${GITHUB}.ours.filters.topic.includes cannot be used: there is no such option; did you mean include?`,
        9,
      ],
      [
        `${GITHUB}.ghe.host cannot be used: There is no GitHub config that matches host ghe.example.com. Please add a configuration entry for it under integrations.github`,
        12,
      ],
      [
        `${GITHUB}.ghe.filters.branch cannot be used: Slash characters (/) are not allowed in filters.branch`,
        13,
      ],
      [
        `${OWN}.inferred.owner cannot be used: must be text, and is a number`,
        18,
      ],
      [
        `${OWN}.inferred.rules[0].repository cannot be used: "shop" has no owner, or more than a name after it; write it as acme/shop-*, or */shop-*`,
        20,
      ],
      [
        `${OWN}.guard.share cannot be used: it is a share from 0 to 1, for example 0.2`,
        21,
      ],
    ].map(([problem, line]) => [problem, `${LOCAL}:${line}`]),
  );
});

it('warns of options that it does not know, with their place', async () => {
  const { problems, warnings } = await inspect(`catalog:
  providers:
    github:
      ours:
        organization: acme
        languages: [go]
`);
  expect(problems).toEqual([]);
  expect(warnings).toEqual([
    expect.stringContaining(
      `catalog.providers.github.ours.languages (${LOCAL}:6:20): it has no effect`,
    ),
  ]);
});

it('says nothing that may only follow from another problem', async () => {
  const { problems } = await inspectPortalConfig(
    createEnvironment(
      shippedRoot({
        [LOCAL]: 'callboard: { github: { catalog: { guard: { share: 20 } } } }',
      }),
      {},
      { presets: ['github'] },
    ),
  );
  const codes = problems.map(({ code }) => code);
  expect(codes).toContain('variable-missing');
  expect(problems.filter(({ code }) => code === 'config-github')).toMatchObject(
    [{ where: expect.stringContaining(LOCAL) }],
  );
});
