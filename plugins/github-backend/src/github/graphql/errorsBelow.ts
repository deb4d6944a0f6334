import type { GraphqlError } from './GraphqlAnswer';

type Path = readonly (string | number)[];

/** Errors of a place in the answer or below it, with the rest of their paths. */
export function errorsBelow(
  errors: GraphqlError[],
  place: Path,
): (GraphqlError & { path: Path })[] {
  return errors.flatMap(error =>
    error.path && place.every((part, index) => error.path![index] === part)
      ? [{ ...error, path: error.path.slice(place.length) }]
      : [],
  );
}

/** Errors that no place in `places` accounts for: they may concern anything in the answer. */
export function errorsElsewhere(
  errors: GraphqlError[],
  places: Path[],
): GraphqlError[] {
  return errors.filter(
    error => !places.some(place => errorsBelow([error], place).length > 0),
  );
}
