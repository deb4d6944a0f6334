import { NotFoundError } from '@backstage/errors';
import { nearNames } from './nearNames';

/** The error for a name that nothing has, with names that were probably meant. */
export function refuseUnknown(options: {
  /** As in 'There is no permission ...'. */
  what: string;
  name: string;
  known: Iterable<string>;
}): NotFoundError {
  const { what, name, known } = options;
  const near = nearNames({ name, known });
  return new NotFoundError(
    `There is no ${what} ${name}.${
      near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
    }`,
  );
}
