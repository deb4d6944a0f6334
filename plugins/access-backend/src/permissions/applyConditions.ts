import type { PolicyVerdict } from '@callboard/plugin-access-common';
import { ResponseError } from '@backstage/errors';
import type { AccessContext } from '../AccessContext';

/** Whether an entity meets the conditions of a verdict: the plugin that has the thing says so, as it does for the permission backend. */
export async function applyConditions(options: {
  conditional: NonNullable<PolicyVerdict['conditional']>;
  resourceRef: string;
  context: Pick<AccessContext, 'auth' | 'discovery'>;
}): Promise<'allow' | 'deny'> {
  const { conditional, resourceRef, context } = options;
  const { auth, discovery } = context;
  const { pluginId } = conditional;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: pluginId,
  });
  const response = await fetch(
    `${await discovery.getBaseUrl(
      pluginId,
    )}/.well-known/backstage/permissions/apply-conditions`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        items: [{ id: '1', resourceRef, ...conditional }],
      }),
    },
  );
  if (!response.ok) throw await ResponseError.fromResponse(response);
  const { items } = (await response.json()) as { items: { result: string }[] };
  return items[0]?.result === 'ALLOW' ? 'allow' : 'deny';
}
