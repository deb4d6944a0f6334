import type { Release } from '../../core/state';
import { readChoice } from '../../http/body/readChoice';
import { readText } from '../../http/body/readText';
import { releaseProblem } from './releaseProblem';

const resource = 'Release';

/** The fields of a release that a body names. Throws 422. https://docs.github.com/rest/releases/releases#create-a-release */
export function readRelease(options: {
  body: Record<string, unknown>;
}): Partial<Release> {
  const { body } = options;
  const text = (field: string) => readText({ body, field });
  const flag = (field: string): boolean | undefined => {
    const value = body[field];
    if (value !== undefined && typeof value !== 'boolean') {
      throw releaseProblem({ field, code: 'invalid' });
    }
    return value;
  };
  const makeLatest = readChoice({
    body,
    field: 'make_latest',
    words: ['true', 'false', 'legacy'],
    resource,
  });
  const [tagName, target, name, description, draft, prerelease] = [
    text('tag_name'),
    text('target_commitish'),
    text('name'),
    text('body'),
    flag('draft'),
    flag('prerelease'),
  ];
  return {
    ...(tagName && { tagName }),
    ...(target && { target }),
    ...(name !== undefined && { name: name || null }),
    ...(description !== undefined && { body: description }),
    ...(draft !== undefined && { draft }),
    ...(prerelease !== undefined && { prerelease }),
    ...(makeLatest && { makeLatest }),
  };
}
