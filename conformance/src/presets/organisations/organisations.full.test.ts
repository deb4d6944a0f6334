import type {
  OrganisationData,
  PeopleSource,
} from '@callboard/plugin-access-common';
import { eventually } from '../probes/eventually';
import { runProbe } from '../probes/Probe';
import { startPreset } from '../startPreset';
import { sourceTrials } from './__testUtils__/sourceTrials';

jest.setTimeout(240_000);

const PATH = '/api/access/organisations';

it.each(Object.entries(sourceTrials))(
  'what is read from %s is counted, who leaves is named, and a failure is told',
  async (_, start) => {
    const probe = runProbe(async use => {
      const trial = await start(use);
      const portal = await use(startPreset(trial));
      const source = async (): Promise<PeopleSource> => {
        const { sources } = await portal.ask<OrganisationData>(PATH);
        const found = sources.find(({ id }) => id === trial.id);
        if (!found) throw new Error(`It has ${JSON.stringify(sources)}`);
        return found;
      };
      const sync = () =>
        portal.ask(`${PATH}/${encodeURIComponent(trial.id)}/sync`, {
          method: 'POST',
        });

      await eventually(async () => {
        const found = await source();
        expect(found).toMatchObject({
          users: 2,
          groups: expect.any(Number),
          schedule: { nextAt: expect.any(String) },
          canSync: true,
          lastChange: {
            outcome: 'read',
            by: 'schedule',
            users: 2,
            added: { users: 2 },
            removed: { count: 0 },
          },
          troubles: [],
        });
        expect(found.groups).toBeGreaterThan(0);
      });

      await trial.leave();
      await sync();
      await eventually(async () =>
        expect(await source()).toMatchObject({
          users: 1,
          lastSync: {
            outcome: 'read',
            users: 1,
            added: { count: 0 },
            removed: { count: 1, users: 1, names: [trial.leaver] },
          },
          troubles: [],
        }),
      );

      await trial.end();
      await sync();
      const failed = await eventually(async () => {
        const found = await source();
        expect(found.lastSync).toMatchObject({ outcome: 'failed' });
        return found;
      });
      // Those who are there stay.
      expect(failed).toMatchObject({
        users: 1,
        lastSync: { error: expect.stringMatching(/\w/) },
        lastChange: { removed: { count: 1 } },
        troubles: [{ kind: 'failed', severity: 'fail' }],
      });
      expect(JSON.stringify(failed)).not.toContain(trial.secret);
    });
    await expect(probe).resolves.toBeUndefined();
  },
);
