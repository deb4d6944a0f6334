import { acceptedPermissions } from './acceptedPermissions';

it.each([
  ['actions=read', [[{ permission: 'actions', level: 'read' }]]],
  [
    'issues=write; pull_requests=write',
    [
      [{ permission: 'issues', level: 'write' }],
      [{ permission: 'pull_requests', level: 'write' }],
    ],
  ],
  [
    'contents=read,pages=write',
    [
      [
        { permission: 'contents', level: 'read' },
        { permission: 'pages', level: 'write' },
      ],
    ],
  ],
  ['', []],
  ['nonsense', []],
  ['actions=everything', []],
])('reads %j', (header, expected) => {
  expect(acceptedPermissions(header)).toEqual(expected);
});
