import type { AppChoice } from './AppFields';

/** What has to be filled in before an App can be made, as a sentence; undefined when nothing is missing. */
export function whatIsMissing(options: {
  choice: AppChoice;
  chosen: ReadonlySet<string>;
}): string | undefined {
  const { choice, chosen } = options;
  const missing = [
    choice.host.trim() === '' && 'name the GitHub',
    choice.owner === 'organization' &&
      choice.organization.trim() === '' &&
      'name the organisation',
    chosen.size === 0 && 'choose what the App is for',
  ].filter(part => part !== false);
  return missing.length > 0 ? `First ${missing.join(' and ')}.` : undefined;
}
