import { minimatch } from 'minimatch';
import type { InferenceSettings } from '../config/GithubSettings';

type Rule = InferenceSettings['rules'][number];

/** The first rule for a repository; upper and lower case are the same. */
export function ruleFor(options: {
  owner: string;
  name: string;
  rules: Rule[];
}): Rule | undefined {
  const { owner, name, rules } = options;
  return rules.find(({ repository }) =>
    minimatch(`${owner}/${name}`, repository, {
      nocase: true,
      dot: true,
    }),
  );
}
