import nacl from 'tweetnacl';
import type { Sandbox } from '../../core/Sandbox';
import type { SealingKey } from '../../core/state';

/**
 * The key that callers seal secrets for, made when it is first asked for. It is kept with the state, so that what was sealed before a
 * restart can be sent after it. https://docs.github.com/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function sealedBoxKey(sandbox: Sandbox): SealingKey {
  const [known] = sandbox.state.sealingKeys.all();
  if (known) return known;
  const pair = nacl.box.keyPair();
  const key = sandbox.state.sealingKeys.insert({
    id: sandbox.nextId(),
    keyId: Buffer.from(pair.publicKey).readBigUInt64BE().toString(),
    publicKey: Buffer.from(pair.publicKey).toString('base64'),
    secretKey: Buffer.from(pair.secretKey).toString('base64'),
  });
  // The key is asked for with GET, after which nothing else says so.
  sandbox.changed();
  return key;
}
