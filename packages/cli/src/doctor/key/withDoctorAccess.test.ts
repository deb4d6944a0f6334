import { withDoctorAccess } from './withDoctorAccess';

const KEY = 'ab'.repeat(32);
const ENTRY = {
  type: 'static',
  options: { token: KEY, subject: 'callboard-doctor' },
  accessRestrictions: [
    { plugin: 'connections', permission: 'connections.read' },
  ],
};

it('comes after the ways of access that the operator has set up', () => {
  const own = { type: 'static', options: { token: 'a-token', subject: 'ci' } };
  const data = {
    app: { title: 'Portal' },
    backend: { baseUrl: 'http://x', auth: { keys: [], externalAccess: [own] } },
  };
  const before = structuredClone(data);
  expect(withDoctorAccess({ data, key: KEY })).toEqual({
    app: { title: 'Portal' },
    backend: {
      baseUrl: 'http://x',
      auth: { keys: [], externalAccess: [own, ENTRY] },
    },
  });
  expect(data).toEqual(before);
});

it.each([{}, { backend: {} }, { backend: { auth: null } }])(
  'is the only one where there is none: %j',
  data => {
    expect(withDoctorAccess({ data, key: KEY })).toMatchObject({
      backend: { auth: { externalAccess: [ENTRY] } },
    });
  },
);
