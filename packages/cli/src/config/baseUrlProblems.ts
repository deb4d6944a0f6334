import type { Problem } from '../problems/Problem';
import { locateKey } from './locateKey';
import type { MergedConfig } from './merge/mergeLayers';
import type { Environment } from './readEnvironment';
import { valueAt } from './valueAt';

/** The schema says that a base URL is a string; what it must look like is checked here. */
export async function baseUrlProblems(options: {
  merged: MergedConfig;
  environment: Environment;
}): Promise<Problem[]> {
  const { merged, environment } = options;
  const wrong = ['app.baseUrl', 'backend.baseUrl'].filter(key => {
    const url = valueAt(merged.data, key);
    // The schema has a say about other types, and about none at all.
    return (
      typeof url === 'string' &&
      !(/^https?:\/\//.test(url) && URL.canParse(url))
    );
  });
  const [ofVariable, ofFiles] = [true, false].map(isVariable =>
    wrong.filter(
      key => (valueAt(merged.data, key) === environment.baseUrl) === isVariable,
    ),
  );
  return Promise.all([
    ...(ofVariable.length > 0
      ? [problem({ key: 'the base URL', where: 'CALLBOARD_BASE_URL' })]
      : []),
    ...ofFiles.map(async key => {
      const location = await locateKey({
        segments: key.split('.'),
        root: merged.root,
      });
      return problem({ key, where: location?.where });
    }),
  ]);
}

function problem(options: { key: string; where?: string }): Problem {
  return {
    code: 'base-url',
    problem: `${options.key} is not a URL`,
    where: options.where,
    remedy:
      'set it, or CALLBOARD_BASE_URL, to what people type into the browser, for example https://portal.example.com',
  };
}
