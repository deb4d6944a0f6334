import fs from 'node:fs';
import { configSchemaFile } from '../config/portalRoot';

let packages: string[] | undefined;

/**
 * The package of the portal that a reference means: its npm name, or the part after `!` of a bundle reference, which names a package
 * with dashes for its slashes. Undefined when the portal does not have it.
 */
export function bundledPlugin(reference: string): string | undefined {
  packages ??= JSON.parse(fs.readFileSync(configSchemaFile, 'utf8'))
    .bundledPackages as string[];
  if (packages.includes(reference)) {
    return reference;
  }
  const selector = reference.split('!')[1];
  return selector === undefined
    ? undefined
    : packages.find(
        name => name.replace('@', '').replace('/', '-') === selector,
      );
}
