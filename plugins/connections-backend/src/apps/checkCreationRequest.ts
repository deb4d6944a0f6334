import { InputError } from '@backstage/errors';
import type { AppCreationRequest } from '@callboard/plugin-connections-common';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { LONGEST_APP_NAME } from './createManifest';

/** Checks what can be said of a request without knowing which GitHub it is for. Throws an `InputError` for what GitHub would refuse and for features that there are not. */
export function checkCreationRequest(options: {
  request: Pick<AppCreationRequest, 'organization' | 'name' | 'features'>;
  needs: FeatureNeed[];
}): void {
  const { request, needs } = options;
  const { organization, name, features = [] } = request;
  // https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication
  if (
    organization !== undefined &&
    !/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/.test(organization)
  ) {
    throw new InputError(
      'The name of the organisation holds something that no name on GitHub has. Give it as in its address: acme for github.com/acme.',
    );
  }
  if (name && name.trim().length > LONGEST_APP_NAME) {
    throw new InputError(
      `GitHub takes names of at most ${LONGEST_APP_NAME} characters for an App.`,
    );
  }
  const unknown = features.filter(id => !needs.some(need => need.id === id));
  if (unknown.length > 0) {
    throw new InputError(
      `There is no feature ${unknown.join(', ')}. There are: ${needs
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  }
}
