import { createRoleMembers } from './createRoleMembers';

const ANNA = {
  role: 'admin',
  member: 'user:default/anna',
  assignedBy: 'user:default/olivia',
  assignedAt: '2026-11-26T20:00:00.000Z',
};

describe('createRoleMembers', () => {
  it('has nobody where nobody fills it', () => {
    expect(createRoleMembers({ expected: false }).current()).toEqual([]);
  });

  it('refuses to guess before it is filled, and once that is too long ago', () => {
    let at = 0;
    const members = createRoleMembers({ expected: true, now: () => at });
    const unavailable = expect.objectContaining({
      name: 'ServiceUnavailableError',
    });
    expect(() => members.current()).toThrow(unavailable);

    members.fill([ANNA]);
    at = 30_000;
    expect(members.current()).toEqual([ANNA]);
    at = 30_001;
    expect(() => members.current()).toThrow(unavailable);
    members.fill([]);
    expect(members.current()).toEqual([]);
  });

  it('is expected to be filled once it has been', () => {
    let at = 0;
    const members = createRoleMembers({ expected: false, now: () => at });
    members.fill([ANNA]);
    at = 60_000;
    expect(() => members.current()).toThrow('are not known');
  });
});
