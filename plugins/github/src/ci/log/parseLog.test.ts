import { ansiSpans, withoutAnsi } from './ansiSpans';
import { parseLog } from './parseLog';

const ESC = '\u001b';
const AT = '2026-11-26T10:00:00.1234567Z';
const log = (...lines: string[]) =>
  `\uFEFF${lines.map(line => `${AT} ${line}`).join('\n')}\n`;

describe('parseLog', () => {
  it('takes time and marks off the lines and folds groups', () => {
    const { lines, errors, warnings } = parseLog(
      log(
        '##[group]Run npm test',
        '[command]/usr/bin/npm test',
        '##[endgroup]',
        '##[warning]Node 16 is old',
        '##[group]Never ended',
        'inside',
        '##[group]Next',
        '##[error]Process completed with exit code 1.',
      ),
    );
    expect(lines).toEqual([
      {
        number: 1,
        at: AT,
        raw: 'Run npm test',
        text: 'Run npm test',
        foldsUntil: 2,
      },
      {
        ...{ number: 2, at: AT, mark: 'command', within: 1 },
        raw: '/usr/bin/npm test',
        text: '/usr/bin/npm test',
      },
      {
        ...{ number: 3, at: AT, mark: 'warning' },
        raw: 'Node 16 is old',
        text: 'Node 16 is old',
      },
      {
        number: 4,
        at: AT,
        raw: 'Never ended',
        text: 'Never ended',
        foldsUntil: 5,
      },
      { number: 5, at: AT, raw: 'inside', text: 'inside', within: 4 },
      { number: 6, at: AT, raw: 'Next', text: 'Next', foldsUntil: 7 },
      {
        ...{ number: 7, at: AT, mark: 'error', within: 6 },
        raw: 'Process completed with exit code 1.',
        text: 'Process completed with exit code 1.',
      },
    ]);
    expect({ errors, warnings }).toEqual({ errors: [7], warnings: [3] });
  });

  it('keeps what it does not know, and lines without a time', () => {
    const { lines } = parseLog('##[later]new\r\n\r\nplain <b>&amp;</b>');
    expect(lines.map(({ text }) => text)).toEqual([
      '##[later]new',
      '',
      'plain <b>&amp;</b>',
    ]);
    expect(lines.every(({ at }) => at === undefined)).toBe(true);
    expect(parseLog('').lines).toEqual([]);
  });

  it('loses no line, whatever the lines are', () => {
    const parts = [
      ...['##[group]a', '##[endgroup]', '##[error]e', 'text', '', '<script>'],
      ...[`${ESC}[31mred${ESC}[0m`, '[command]x', `${AT}`, '##[section]s'],
    ];
    // A sequence of its own, the same in every run.
    let seed = 7;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    for (let turn = 0; turn < 200; turn += 1) {
      const lines = Array.from(
        { length: 1 + (next() % 40) },
        () => parts[next() % parts.length],
      );
      const parsed = parseLog(`${lines.join('\n')}\n`).lines;
      const kept = lines.filter(line => line !== '##[endgroup]');
      expect(parsed).toHaveLength(kept.length);
      expect(parsed.map(({ number }) => number)).toEqual(
        parsed.map((_, index) => index + 1),
      );
      expect(parsed.some(({ text }) => text.includes(ESC))).toBe(false);
      // What a fold says of its lines, its lines say of it.
      const folded = parsed.flatMap(({ number, foldsUntil = number }) =>
        parsed.slice(number, foldsUntil).map(line => [line.number, number]),
      );
      expect(folded).toEqual(
        parsed.flatMap(({ number, within }) =>
          within === undefined ? [] : [[number, within]],
        ),
      );
    }
  });

  it('reads 50,000 lines at once', () => {
    const long = Array.from(
      { length: 50_000 },
      (_, i) => `${AT} ${ESC}[32mok${ESC}[0m line ${i}`,
    ).join('\n');
    const began = Date.now();
    expect(parseLog(long).lines).toHaveLength(50_000);
    // A fiftieth of it on an idle machine.
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

describe('ansiSpans', () => {
  it.each([
    ['plain', [{ text: 'plain' }]],
    ['', []],
    [
      `a${ESC}[1;31mb${ESC}[22mc${ESC}[0md`,
      [
        { text: 'a' },
        { text: 'b', isBold: true, colour: 'red' },
        { text: 'c', colour: 'red' },
        { text: 'd' },
      ],
    ],
    [
      `${ESC}[38;5;10mg${ESC}[38;2;1;2;3mx${ESC}[39;96;4my${ESC}[my`,
      [
        { text: 'g', colour: 'green' },
        { text: 'x' },
        { text: 'y', colour: 'cyan', isUnderlined: true },
        { text: 'y' },
      ],
    ],
    [
      `${ESC}[48;5;1m${ESC}[2K${ESC}]8;;https://x.example\u0007link${ESC}]8;;\u0007${ESC}`,
      [{ text: 'link' }],
    ],
    [
      '<img src=x onerror=alert(1)>\u0000\u0007',
      [{ text: '<img src=x onerror=alert(1)>' }],
    ],
  ])('shows %j', (raw, spans) => {
    expect(ansiSpans(raw)).toEqual(spans);
    expect(withoutAnsi(raw)).toBe(spans.map(({ text }) => text).join(''));
  });
});
