import { createHash } from 'node:crypto';
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';

const LONGEST = 63;

/**
 * The name of a repository's inferred entity: the repository's own where that is a valid name of an entity. Otherwise (`.github`, more than
 * 63 characters), and where another repository has it already, the owner comes first; what is too long is cut, and ends with six digits of
 * the full name's SHA-1. The same repository always gets the same name.
 */
export function inferredName(options: {
  owner: string;
  name: string;
  /** Another repository has the plain name. @defaultValue false */
  taken?: boolean;
}): string {
  const { owner, name, taken = false } = options;
  if (!taken && KubernetesValidatorFunctions.isValidObjectName(name)) {
    return name;
  }
  const own = trimmed(name);
  const whole = trimmed(`${owner}-${own}`);
  if (own && KubernetesValidatorFunctions.isValidObjectName(whole)) {
    return whole;
  }
  const digits = createHash('sha1')
    .update(`${owner}/${name}`.toLowerCase())
    .digest('hex')
    .slice(0, 6);
  const start = trimmed(whole.slice(0, LONGEST - digits.length - 1));
  return start ? `${start}-${digits}` : `repository-${digits}`;
}

/** Without what a name may not have, and not at its ends. */
function trimmed(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[._-]+|[._-]+$/g, '');
}
