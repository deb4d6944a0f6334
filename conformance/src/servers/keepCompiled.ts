import { flushCompileCache } from 'node:module';

/**
 * Imported by every server: what V8 has compiled is written down for the next one when it is told to end. Node does so at the end of a process only
 * where that is an orderly one, which that of a backend in the middle of its work is not.
 */
process.once('SIGTERM', () => flushCompileCache());
