import { readBuildQuery } from './readBuildQuery';

describe('readBuildQuery', () => {
  it.each([
    ['builds of shop', { asked: 'builds', name: 'shop' }],
    ['CI of shop till', { asked: 'builds', name: 'shop till' }],
    ['pull requests of shop', { asked: 'pulls', name: 'shop' }],
    ['prs of shop', { asked: 'pulls', name: 'shop' }],
    ['run a workflow of shop', { asked: 'run', name: 'shop' }],
    ['start workflow of shop', { asked: 'run', name: 'shop' }],
    ['run a workflow', { asked: 'run' }],
    ['pull requests', { asked: 'pulls' }],
  ])('reads "%s"', (query, read) => {
    expect(readBuildQuery(query)).toEqual(read);
  });

  it.each([
    ...['shop', 'build', 'ci', 'Build server', 'CI runners', 'Run book'],
    ...['workflow engine', 'prs-bot of shop', 'builds of', ''],
  ])('takes "%s" for a name', query => {
    expect(readBuildQuery(query)).toEqual({});
  });
});
