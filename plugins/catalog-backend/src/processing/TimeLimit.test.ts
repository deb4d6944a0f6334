import { TimeLimit } from './TimeLimit';

describe('TimeLimit', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives up what takes too long, each at its own time, with one timer', () => {
    const limit = new TimeLimit({ limitMs: 100, now: () => Date.now() });
    const givenUp: string[] = [];
    const start = (name: string) => limit.start(() => givenUp.push(name));

    start('a');
    jest.advanceTimersByTime(40);
    const endOfB = start('b');
    start('c');
    expect(jest.getTimerCount()).toBe(1);
    endOfB();
    jest.advanceTimersByTime(59);
    expect(givenUp).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(givenUp).toEqual(['a']);
    jest.advanceTimersByTime(40);
    expect(givenUp).toEqual(['a', 'c']);
    expect(jest.getTimerCount()).toBe(0);

    start('d');
    jest.advanceTimersByTime(100);
    expect(givenUp).toEqual(['a', 'c', 'd']);
  });
});
