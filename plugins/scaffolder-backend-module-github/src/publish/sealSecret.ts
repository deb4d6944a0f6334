import sodium from 'libsodium-wrappers';

/** A value as GitHub takes secrets: sealed for the public key of a repository, in base64. */
export async function sealSecret(options: {
  value: string;
  /** Base64. */
  publicKey: string;
}): Promise<string> {
  const { value, publicKey } = options;
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  return sodium.to_base64(
    sodium.crypto_box_seal(
      sodium.from_string(value),
      sodium.from_base64(publicKey, ORIGINAL),
    ),
    ORIGINAL,
  );
}
