import { ConflictError } from '@backstage/errors';

/** That something may have been done, which nobody but a person can find out. Whoever tries again after it knows, and wants it done. */
export class AskFirstError extends ConflictError {}
