import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { GraphqlAnswer } from './askGraphql';

/** Why an answer says nothing of the organisation, as an error with GitHub's own words. */
export function refusalOf(options: {
  answer: GraphqlAnswer;
  organisation: string;
  host: string;
}): Error {
  const { answer, organisation, host } = options;
  const said = answer.errors.map(({ message }) => message).join('; ');
  const what = `GitHub did not show the people of ${organisation} (${host})`;
  return answer.errors.some(({ type }) => type === 'NOT_FOUND') || !said
    ? new NotFoundError(
        `${what}: ${
          said || 'there is no such organisation'
        }. Check its name, and that the App is installed there or the token may see it`,
      )
    : new NotAllowedError(
        `${what}: ${said}. An App needs the permission "Members: read", a token the scope read:org`,
      );
}
