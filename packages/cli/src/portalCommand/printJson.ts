/** Prints a value on stdout, for scripts. */
export function printJson(value: object) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
