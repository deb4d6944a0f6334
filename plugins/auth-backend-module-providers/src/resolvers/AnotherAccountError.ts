import { NotAllowedError } from '@backstage/errors';

/** A user whom a resolver found, and who has another account than the one that signed in. The message names both: it is for operators. */
export class AnotherAccountError extends NotAllowedError {}
