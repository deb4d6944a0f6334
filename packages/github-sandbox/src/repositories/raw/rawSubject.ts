import type { Repository } from '../../core/state';

/** What a token in the address of a raw file opens. `refAndPath`: `main/docs/a.md`. */
export function rawSubject(options: {
  repository: Repository;
  refAndPath: string;
}): string {
  return `raw ${options.repository.id} ${options.refAndPath}`;
}
