import type { StoredSecret } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Answer } from '../../http/Route';
import { openSealedBox } from '../sealedBox/openSealedBox';
import type { SettingsCall } from '../SettingsCall';
import { readName } from './readName';
import { readVisibility } from './readVisibility';
import type { SecretScope } from './SecretScope';
import { requireText } from '../../http/body/requireText';

/** Creates or changes a secret. https://docs.github.com/rest/actions/secrets#create-or-update-a-repository-secret */
export function putSecret(options: {
  call: SettingsCall;
  scope: SecretScope;
}): Answer {
  const { call, scope } = options;
  const { sandbox, body, params } = call;
  const name = readName({ name: params.secret_name, kind: 'Secret' });
  const secrets = scope.read(call);
  const known = secrets.find(secret => secret.name === name);
  // Of an organisation's secret, who sees it can be changed alone.
  const value =
    known && body.encrypted_value === undefined && scope.on === 'organisation'
      ? known.value
      : readValue(call);
  const now = sandbox.clock.iso();
  const secret: StoredSecret = {
    name,
    value,
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
    ...(scope.on === 'organisation' && readVisibility({ body, known })),
  };
  scope.write(
    call,
    known
      ? secrets.map(other => (other === known ? secret : other))
      : [...secrets, secret],
  );
  return known ? { status: 204 } : { status: 201, body: {} };
}

function readValue({ sandbox, body }: SettingsCall): string {
  const encrypted = requireText({ body, field: 'encrypted_value' });
  const keyId = requireText({ body, field: 'key_id' });
  const opened = openSealedBox({
    sandbox,
    keyId,
    encrypted,
  });
  if (opened.outcome === 'opened') return opened.value;
  throw new GitHubError({
    status: 422,
    message:
      opened.outcome === 'unknownKey'
        ? 'The key_id is not that of the current public key.'
        : 'The encrypted_value was not sealed with the public key.',
  });
}
