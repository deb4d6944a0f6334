import { problemsOf, readSettings } from './__testUtils__/readSettings';

const withActivity = (activity: object) => ({
  callboard: { github: { activity: activity as any } },
});

it('is on, trusts nobody and keeps 256 MB', () => {
  expect(readSettings({}).activity).toEqual({
    enabled: true,
    trusted: [],
    cacheMegabytes: 256,
  });
});

it('reads what is set', () => {
  const activity = {
    enabled: false,
    trusted: ['acme/catalog'],
    cacheMegabytes: 10,
  };
  expect(readSettings(withActivity(activity)).activity).toEqual(activity);
});

it('names what is wrong', () => {
  expect(
    problemsOf(
      withActivity({ trusted: ['acme'], cacheMegabytes: 0, trust: [] }),
    ),
  ).toEqual([
    'callboard.github.activity.trust: there is no such option; there are enabled, trusted, cacheMegabytes',
    'callboard.github.activity.trusted[0]: it is the name of a repository with its owner, for example acme/catalog',
    'callboard.github.activity.cacheMegabytes: it is a number, 1 or more',
  ]);
});
