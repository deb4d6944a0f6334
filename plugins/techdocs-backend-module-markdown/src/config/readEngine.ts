import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'techdocs.generator.engine';

/**
 * Which generator is configured; `markdown` when nothing is said.
 *
 * @throws InputError when the key holds anything else.
 */
export function readEngine(options: { config: Config }): 'markdown' | 'mkdocs' {
  const engine = options.config.getOptionalString(KEY) ?? 'markdown';
  if (engine !== 'markdown' && engine !== 'mkdocs') {
    throw new InputError(
      `${KEY} is '${engine}'; use 'markdown' (built in) or 'mkdocs' (stock, needs Python or Docker)`,
    );
  }
  return engine;
}
