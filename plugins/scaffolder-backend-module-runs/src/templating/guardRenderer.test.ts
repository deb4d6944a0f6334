import { createRequire } from 'node:module';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { explainFailure } from '../causes/explainFailure';
import { guardedRenderer } from './guardedRenderer';
import { guardRenderer } from './guardRenderer';

/** As stock's own files get it. */
const stock = createRequire(
  resolvePackagePath('@backstage/plugin-scaffolder-backend', 'package.json'),
)('nunjitsu') as typeof import('nunjitsu');

const create = stock.createTemplateRenderer;
guardRenderer();
guardRenderer();

/** With less patience than the real one. */
const renderer = () =>
  guardedRenderer({
    renderer: create({ allowRegexExecution: true }),
    regexMs: 50,
    slowMs: 300,
  });

const BOMB = `\${{ r/^(([a-z])+.)+[A-Z]([a-z])+$/.test('${'a'.repeat(60)}') }}`;

describe('attack case 24: an expression that does not end', () => {
  it('a regular expression in a file ends within two seconds', () => {
    const started = performance.now();
    const real = stock.createTemplateRenderer({ allowRegexExecution: true });
    expect(() => real.render(BOMB)).toThrow(/longer than 1000 ms/);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('in an input, it gives a value that fails the step before its action', () => {
    const value = renderer().renderValue(BOMB) as any;
    // What stock does with a rendered input before it calls the action.
    expect(() => JSON.stringify({ value })).toThrow(/longer than/);
    expect(() => Object.entries(value)).toThrow(/longer than/);
    expect(() => value instanceof Array).toThrow(/longer than/);
    // And with a condition.
    expect(() => Array.isArray(value) && value.length > 0).toThrow(
      /longer than/,
    );
  });

  it('many of them end together, not one after the other', () => {
    const one = renderer();
    const started = performance.now();
    for (let i = 0; i < 50; i++) {
      expect(() => one.render(BOMB)).toThrow(/longer than/);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('loops and texts that grow end by work and output', () => {
    const loop =
      '{% for i in range(5000) %}{% for j in range(5000) %}x{% endfor %}{% endfor %}';
    expect(() => renderer().render(loop)).toThrow(/exceeded the work unit/);
    const wide = `{% for i in range(9000) %}${'x'.repeat(1000)}{% endfor %}`;
    expect(() => renderer().render(wide)).toThrow(/exceeded the output/);
    expect(() => JSON.stringify(renderer().renderValue(loop))).toThrow(
      /exceeded the work unit/,
    );
  });

  it('is a cause of its own', () => {
    for (const source of [
      BOMB,
      `{% for i in range(9000) %}${'x'.repeat(1000)}{% endfor %}`,
    ]) {
      const error = thrownBy(() => renderer().render(source));
      expect(explainFailure({ error }).code).toBe('template-limit');
      expect(explainFailure({ message: error.stack }).code).toBe(
        'template-limit',
      );
    }
  });
});

it('leaves what ends as it is, with regular expressions and without', () => {
  const one = renderer();
  const context = one.prepareContext({ name: 'pay-ment', list: [1, 2] });
  expect(one.render("${{ name | replace(r/-/g, '_') }}", context)).toBe(
    'pay_ment',
  );
  expect(one.renderValue('${{ list }}', context)).toEqual([1, 2]);
  expect(one.renderValue('${{ r/pay/.test(name) }}', context)).toBe(true);
  expect(() => one.render('${{ nothing( }}', context)).toThrow(
    expect.objectContaining({ name: 'TemplateRenderError' }),
  );
  expect(() => one.renderValue('${{ r/pay/.test( }}', context)).toThrow(
    expect.objectContaining({ name: 'TemplateRenderError' }),
  );
});

function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
