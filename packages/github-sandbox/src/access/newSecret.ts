import { crc32 } from 'node:zlib';
import type { Token } from '../core/state';
import { inLetters, randomText } from './randomText';

const PREFIXES = {
  classic: 'ghp_',
  oauth: 'gho_',
  userToServer: 'ghu_',
  installation: 'ghs_',
  refresh: 'ghr_',
};

/**
 * A secret in GitHub's form, which scanners of secrets recognise: a prefix that tells the kind, 30 random characters, and six of a
 * CRC32 over them. Refresh tokens are longer, fine-grained tokens have an identifier in front.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function newSecret(kind: Token['kind'] | 'refresh'): string {
  if (kind === 'fineGrained') {
    const identifier = randomText(22);
    return `github_pat_${identifier}_${withChecksum(randomText(53))}`;
  }
  return `${PREFIXES[kind]}${withChecksum(
    randomText(kind === 'refresh' ? 70 : 30),
  )}`;
}

function withChecksum(text: string): string {
  return text + inLetters({ number: crc32(text), length: 6 });
}
