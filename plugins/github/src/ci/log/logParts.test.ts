import { findInLog } from './findInLog';
import { parseLog } from './parseLog';
import { shownLines } from './shownLines';
import { windowOf } from './windowOf';

const { lines } = parseLog(
  '##[group]Set up\nDownload\n##[endgroup]\nError: no\n##[group]Post\nclean up\n',
);

describe('shownLines', () => {
  it('leaves out closed folds, or all that was not found', () => {
    const of = (open: number[], found?: number[]) =>
      shownLines({
        lines,
        open: new Set(open),
        found: found && new Set(found),
      }).map(({ number }) => number);
    expect(of([])).toEqual([1, 3, 4]);
    expect(of([4])).toEqual([1, 3, 4, 5]);
    expect(of([], [2, 5])).toEqual([2, 5]);
  });
});

describe('findInLog', () => {
  it('finds in closed folds too, whatever the case', () => {
    expect(findInLog({ lines, text: 'ERROR' })).toEqual([3]);
    expect(findInLog({ lines, text: 'up' })).toEqual([1, 5]);
    expect(findInLog({ lines, text: '' })).toEqual([]);
  });
});

describe('windowOf', () => {
  const height = 400;
  const rowHeight = 20;

  it('draws what is seen and a little more, however many there are', () => {
    const at = (scrollTop: number, count = 50_000) =>
      windowOf({ count, rowHeight, scrollTop, height });
    expect(at(0)).toEqual({ from: 0, until: 44 });
    expect(at(20_000)).toEqual({ from: 988, until: 1_032 });
    expect(at(50_000 * 20 - height)).toEqual({ from: 49_968, until: 50_000 });
    expect(at(9_999, 3)).toEqual({ from: 2, until: 3 });
    expect(at(0, 0)).toEqual({ from: 0, until: 0 });
  });
});
