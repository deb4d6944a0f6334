import type { Problem } from '../problems/Problem';
import { locateKey } from './locateKey';
import type { MergedConfig } from './merge/mergeLayers';
import { valueAt } from './valueAt';

/** The schema says that a base URL is a string; what it must look like is checked here. */
export async function baseUrlProblems(
  merged: MergedConfig,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const key of ['app.baseUrl', 'backend.baseUrl']) {
    const url = valueAt(merged.data, key);
    // The schema has a say about other types, and about none at all.
    if (typeof url !== 'string') {
      continue;
    }
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      const location = await locateKey({
        segments: key.split('.'),
        root: merged.root,
      });
      problems.push({
        code: 'base-url',
        problem: `${key} is not a URL`,
        where: location?.where,
        remedy:
          'set it, or CALLBOARD_BASE_URL, to what people type into the browser, for example https://portal.example.com',
      });
    }
  }
  return problems;
}
