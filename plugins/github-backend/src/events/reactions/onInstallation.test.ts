import { eventSettings } from '../__testUtils__/eventSettings';
import { recordMirror } from '../__testUtils__/recordMirror';
import { carryOut } from './carryOut';
import { reactionsTo } from './reactionsTo';

const host = 'github.com';

async function follow(event: 'installation' | 'installation_repositories') {
  const { parts } = recordMirror({ host });
  const done: string[] = [];
  const answer = reactionsTo({
    event,
    host,
    settings: eventSettings({ host }),
    payload: {
      action: 'created',
      installation: { id: 7, app_id: 1, account: { login: 'acme' } },
      repositories_added: [{ name: 'shop' }],
      repository_selection: 'selected',
    },
  });
  await carryOut({
    ...parts,
    ledger: undefined as never,
    logger: undefined as never,
    hostOf: () => host,
    reactions: answer.outcome === 'understood' ? answer.reactions : [],
    forgetApp: app => done.push(`forget ${app.host} ${app.appId}`),
    mirror: {
      hint: async hints => {
        done.push(`ask about ${hints[0].name}`);
      },
      reconcile: async ({ organisation }) => {
        done.push(`read ${organisation}`);
      },
    },
  });
  return done;
}

it('forgets what is remembered of the App before anything is read', async () => {
  expect(await follow('installation')).toEqual([
    'forget github.com 1',
    'read acme',
  ]);
  expect(await follow('installation_repositories')).toEqual([
    'forget github.com 1',
    'ask about shop',
  ]);
});
