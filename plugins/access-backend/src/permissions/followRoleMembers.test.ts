import { mockServices } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import type { RoleMember } from '@callboard/plugin-access-common';
import { followRoleMembers } from './followRoleMembers';
import type { RoleStore } from './RoleStore';

const member = (name: string): RoleMember => ({
  role: 'admin',
  member: `user:default/${name}`,
  assignedBy: 'user:default/olivia',
  assignedAt: '2026-11-26T20:00:00.000Z',
});
const ANNA = [member('anna')];
const BEN = [member('ben')];

async function open() {
  const readings: ReturnType<typeof createDeferred<RoleMember[]>>[] = [];
  const fill = jest.fn();
  const following = followRoleMembers({
    store: {
      list() {
        readings.push(createDeferred<RoleMember[]>());
        return readings.at(-1)!;
      },
    } as unknown as RoleStore,
    members: { fill, current: () => [] },
    lifecycle: mockServices.lifecycle.mock(),
    logger: mockServices.logger.mock(),
  });
  readings[0].resolve([]);
  const { refresh } = await following;
  return { readings, fill, refresh };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('counts what was read however long it took, and reads once at a time', async () => {
  const { readings, fill } = await open();
  await jest.advanceTimersByTimeAsync(7_000);
  expect(readings).toHaveLength(2);
  readings[1].resolve(ANNA);
  await jest.advanceTimersByTimeAsync(0);
  expect(fill).toHaveBeenLastCalledWith(ANNA);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(readings).toHaveLength(3);
});

it('goes on after a failure', async () => {
  const { readings, fill } = await open();
  await jest.advanceTimersByTimeAsync(2_000);
  readings[1].reject(new Error('the database is away'));
  await jest.advanceTimersByTimeAsync(2_000);
  readings[2].resolve(ANNA);
  await jest.advanceTimersByTimeAsync(0);
  expect(fill).toHaveBeenLastCalledWith(ANNA);
});

it('does not put an older reading in the place of a newer one', async () => {
  const { readings, fill, refresh } = await open();
  await jest.advanceTimersByTimeAsync(2_000);
  const refreshed = refresh();
  readings[2].resolve(BEN);
  await refreshed;
  readings[1].resolve(ANNA);
  await jest.advanceTimersByTimeAsync(0);
  expect(fill).toHaveBeenLastCalledWith(BEN);
  expect(fill).toHaveBeenCalledTimes(2);
});

it('counts an older reading while the newer one lasts', async () => {
  const { readings, fill, refresh } = await open();
  await jest.advanceTimersByTimeAsync(2_000);
  const refreshed = refresh();
  readings[1].resolve(ANNA);
  await jest.advanceTimersByTimeAsync(0);
  expect(fill).toHaveBeenLastCalledWith(ANNA);
  readings[2].resolve(BEN);
  await refreshed;
  expect(fill).toHaveBeenLastCalledWith(BEN);
});
