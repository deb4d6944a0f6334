import { blake2b } from '@noble/hashes/blake2.js';
import nacl from 'tweetnacl';
import type { Sandbox } from '../../core/Sandbox';
import { sealedBoxKey } from './sealedBoxKey';

export type OpenedBox =
  | { outcome: 'opened'; value: string }
  /** It was sealed for another key, as that of another sandbox. */
  | { outcome: 'unknownKey' }
  | { outcome: 'unreadable' };

/**
 * Opens what a caller has sealed with the public key. `encrypted` is base64 of libsodium's sealed box: a public key made for this one box,
 * then the box, whose nonce follows from both public keys. https://doc.libsodium.org/public-key_cryptography/sealed_boxes
 */
export function openSealedBox(options: {
  sandbox: Sandbox;
  keyId: unknown;
  encrypted: string;
}): OpenedBox {
  const { sandbox, keyId, encrypted } = options;
  const key = sealedBoxKey(sandbox);
  if (keyId !== key.keyId) return { outcome: 'unknownKey' };
  const { publicKeyLength, nonceLength } = nacl.box;
  const publicKey = bytesOf(key.publicKey);
  const sealed = bytesOf(encrypted);
  if (sealed.length < publicKeyLength) return { outcome: 'unreadable' };
  const sender = sealed.slice(0, publicKeyLength);
  const nonce = blake2b(Buffer.concat([sender, publicKey]), {
    dkLen: nonceLength,
  });
  const opened = nacl.box.open(
    sealed.slice(publicKeyLength),
    nonce,
    sender,
    bytesOf(key.secretKey),
  );
  return opened
    ? { outcome: 'opened', value: Buffer.from(opened).toString() }
    : { outcome: 'unreadable' };
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
