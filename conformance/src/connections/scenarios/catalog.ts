import { component } from '../../github/stock/component';
import type { Scenario } from '../Scenario';
import type { Scene } from '../scenes/openScene';

/** An entity that does not appear. */
export const catalogScenarios: Scenario[] = [
  {
    title: 'a processor reports an error',
    rows: ['pitfall-entity', 'ingest-resolution'],
    breakIt({ catalog }) {
      catalog.failing = 1;
      catalog.failures = [
        { ref: 'component:default/shop', message: '/spec/owner is missing' },
      ];
    },
    expected: {
      check: 'catalog-entities',
      status: 'warn',
      cause: /component:default\/shop: \/spec\/owner is missing/,
      remedy: /callboard validate/,
    },
    mend({ catalog }) {
      catalog.failing = 0;
      catalog.failures = [];
    },
  },
  {
    title: 'no repository has a catalog-info.yaml',
    rows: ['pitfall-entity'],
    breakIt: scene => moveFiles(scene, 'catalog-info.yaml', 'elsewhere.yaml'),
    expected: {
      check: 'catalog-files',
      status: 'warn',
      cause: /none has catalog-info\.yaml in its default branch/,
      remedy: /catalog-info\.yaml/,
    },
    mend: scene => moveFiles(scene, 'elsewhere.yaml', 'catalog-info.yaml'),
  },
  {
    title: 'nothing is in the catalog',
    rows: ['pitfall-entity'],
    breakIt({ catalog }) {
      catalog.entities = 0;
    },
    expected: {
      check: 'catalog-entities',
      status: 'warn',
      cause: /empty/,
      remedy: /catalog-info\.yaml/,
    },
    mend({ catalog }) {
      catalog.entities = 3;
    },
  },
];

/** Gives the catalog file of each repository another name. */
async function moveFiles({ sandbox }: Scene, from: string, to: string) {
  const content = Buffer.from(component('thing')).toString('base64');
  for (const repository of ['shop', 'vault']) {
    const path = `/repos/acme/${repository}/contents`;
    const { body } = await sandbox.call(`GET ${path}/${from}`, {
      as: 'olivia',
    });
    await sandbox.call(`DELETE ${path}/${from}`, {
      as: 'olivia',
      body: { message: `Remove ${from}`, sha: body.sha },
    });
    await sandbox.call(`PUT ${path}/${to}`, {
      as: 'olivia',
      body: { message: `Add ${to}`, content },
    });
  }
}
