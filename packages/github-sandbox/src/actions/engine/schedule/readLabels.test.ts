import type { JsonValue } from '../types';
import { readLabels } from './readLabels';

describe('readLabels', () => {
  it.each<[JsonValue, string[]]>([
    ['ubuntu-latest', []],
    ['ubuntu-24.04-arm', []],
    ['Windows-2025', []],
    ['macos-15-intel', []],
    ['macos-latest-large', []],
    ['ubuntu-99', ['ubuntu-99']],
    [
      ['self-hosted', 'linux'],
      ['self-hosted', 'linux'],
    ],
    [{ group: 'big', labels: ['x64'] }, ['big', 'x64']],
    [{ labels: 'ubuntu-latest' }, []],
    ['mine', []],
  ])('%j leaves %j without a runner', (runsOn, unknownLabels) => {
    expect(readLabels({ runsOn, runnerLabels: ['Mine'] })).toMatchObject({
      unknownLabels,
    });
  });
});
