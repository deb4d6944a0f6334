import { InvalidArgumentError } from 'commander';

/** The value of `--port`. Throws an `InvalidArgumentError`, which the command line reports as wrong usage. */
export function toPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new InvalidArgumentError('It must be a number from 1 to 65535.');
  }
  return port;
}
