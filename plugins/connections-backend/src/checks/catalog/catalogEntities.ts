import type { Check, Finding } from '../Check';
import { counted } from '../text/counted';
import { processing } from './processing';

/** Whether entities are there, and whether processing leaves some of them out. */
export const catalogEntities: Check = {
  id: 'catalog-entities',
  group: 'catalog',
  title: 'The catalog has entities, and processes them',
  async run({ context, hosts, asked }) {
    const { catalog } = context;
    if (!catalog) return [];
    const { entities, ...errors } = await catalog.counts();
    const present: Finding = {
      subject: 'present',
      check: 'The catalog has entities',
      ...(entities > 0
        ? {
            status: 'pass',
            cause: `${counted(entities, 'entity', 'entities')}.`,
            remedy: '',
          }
        : {
            status: 'warn',
            cause: 'The catalog is empty.',
            remedy:
              'Wait for the first synchronisation; if nothing comes, see the results of the connections: is the App installed on the organisation, with Contents: read, and does a repository have a catalog-info.yaml in the root of its default branch?',
          }),
    };
    return [
      present,
      ...(await processing({ ...errors, context, hosts, asked })),
    ];
  },
};
