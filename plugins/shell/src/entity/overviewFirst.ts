import catalogPlugin from '@backstage/plugin-catalog/alpha';

/** What changes by itself comes before what stays: how far a new service is, its builds, its pull requests; of a team, all of these. */
const FIRST = [
  'entity-card:github/stations',
  'entity-card:github/ci',
  'entity-card:github/pull-requests',
  'entity-card:github/group-activity',
];

/** Stock's overview of an entity with these cards first. The others keep the order that the configuration gives them. */
export const overviewFirst = catalogPlugin
  .getExtension('entity-content:catalog/overview')
  .override({
    factory(originalFactory, { inputs }) {
      const rank = (id: string) =>
        FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length;
      return originalFactory({
        inputs: {
          layouts: inputs.layouts,
          cards: [...inputs.cards].sort(
            (a, b) => rank(a.node.spec.id) - rank(b.node.spec.id),
          ),
        },
      });
    },
  });
