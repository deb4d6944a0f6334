import { createRequire } from 'node:module';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { createTemplateRenderer } from 'nunjitsu';
import { guardedRenderer } from './guardedRenderer';

const GUARDED = Symbol.for('@callboard/plugin-scaffolder-backend-module-runs');

const REGEX_MS = 1_000;
const SLOW_MS = 4_000;

type Create = typeof createTemplateRenderer & { [GUARDED]?: true };

/**
 * Has every template be rendered within limits of time, work and output, by stock's runner and by stock's actions. What goes beyond them
 * fails the step. Once per process; to be called before the first run.
 *
 * Stock calls the exported function by its name at run time, and its export can be assigned; the test fails where an upgrade changes that.
 */
export function guardRenderer(): void {
  const nunjitsu = createRequire(
    resolvePackagePath('@backstage/plugin-scaffolder-backend', 'package.json'),
  )('nunjitsu') as { createTemplateRenderer: Create };
  const create = nunjitsu.createTemplateRenderer;
  if (create[GUARDED]) return;
  nunjitsu.createTemplateRenderer = Object.assign(
    (...options: Parameters<Create>) =>
      guardedRenderer({
        renderer: create(...options),
        regexMs: REGEX_MS,
        slowMs: SLOW_MS,
      }),
    { [GUARDED]: true as const },
  );
}
