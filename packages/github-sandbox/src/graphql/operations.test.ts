import { startTestSandbox } from '../testing/startTestSandbox';
import { fillShop } from './__testUtils__/fillShop';
import { failOnErrors } from './__testUtils__/failOnErrors';
import { readShop } from './__testUtils__/readShop';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let filled: Awaited<ReturnType<typeof fillShop>>;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'src/index.ts': 'export {};\n',
      'src/pages/a.tsx': 'export const a = 1;\n',
      'logo.png': Buffer.from([0x89, 0, 1, 2]),
      LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge',
      CODEOWNERS: '*.ts @acme/web @nobody\n',
      'run.sh': { content: '#!/bin/sh\n', executable: true },
    },
  });
  filled = await fillShop(sandbox);
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

const shop = (fields: string, as?: 'olivia' | 'mel' | 'oscar') =>
  readShop({ sandbox, fields, as });

it('tells about releases, alerts, environments, deployments, stars and roles', async () => {
  expect(
    await shop(`
      latestRelease { tagName isLatest tagCommit { oid } releaseAssets(first: 9) { nodes { name size downloadUrl } } }
      vulnerabilityAlerts(first: 9, states: OPEN) { nodes { number securityVulnerability { severity package { name ecosystem } firstPatchedVersion { identifier } } securityAdvisory { ghsaId identifiers { type value } } } }
      environments(first: 9) { nodes { name protectionRules(first: 9) { nodes { type timeout } } latestCompletedDeployment { state } } }
      deployments(first: 9, environments: ["production"]) { nodes { commitOid latestStatus { state } } }
      branchProtectionRules(first: 9) { nodes { pattern requiresApprovingReviews requiredApprovingReviewCount } }
      collaborators(first: 9) { edges { permission node { login } } }
      stargazerCount viewerHasStarred viewerPermission viewerCanAdminister
    `),
  ).toEqual({
    latestRelease: {
      tagName: 'v1',
      isLatest: true,
      tagCommit: { oid: filled.main },
      releaseAssets: {
        nodes: [
          {
            name: 'shop.zip',
            size: 3,
            downloadUrl: `${sandbox.url}/acme/shop/releases/download/v1/shop.zip`,
          },
        ],
      },
    },
    vulnerabilityAlerts: {
      nodes: [
        {
          number: 1,
          securityVulnerability: {
            severity: 'MODERATE',
            package: { name: 'lodash', ecosystem: 'NPM' },
            firstPatchedVersion: { identifier: '5.0.0' },
          },
          securityAdvisory: {
            ghsaId: 'GHSA-aaaa-bbbb-cccc',
            identifiers: [
              { type: 'GHSA', value: 'GHSA-aaaa-bbbb-cccc' },
              { type: 'CVE', value: 'CVE-2026-1' },
            ],
          },
        },
      ],
    },
    environments: {
      nodes: [
        {
          name: 'production',
          protectionRules: {
            nodes: [
              { type: 'WAIT_TIMER', timeout: 5 },
              { type: 'REQUIRED_REVIEWERS', timeout: 0 },
            ],
          },
          latestCompletedDeployment: { state: 'ACTIVE' },
        },
      ],
    },
    deployments: {
      nodes: [{ commitOid: filled.main, latestStatus: { state: 'SUCCESS' } }],
    },
    branchProtectionRules: {
      nodes: [
        {
          pattern: 'main',
          requiresApprovingReviews: true,
          requiredApprovingReviewCount: 1,
        },
      ],
    },
    collaborators: {
      edges: [
        { permission: 'ADMIN', node: { login: 'olivia' } },
        { permission: 'WRITE', node: { login: 'mel' } },
      ],
    },
    stargazerCount: 1,
    viewerHasStarred: true,
    viewerPermission: 'ADMIN',
    viewerCanAdminister: true,
  });
  expect(await shop('viewerPermission', 'oscar')).toEqual({
    viewerPermission: 'READ',
  });
});
