import fs from 'node:fs';
import path from 'node:path';
import { portalRoot } from '../config/portalRoot';

/** Names of all packages that backend and frontend depend on. */
function dependencies(): string[] {
  return ['backend', 'app'].flatMap(name => {
    const manifest = path.join(portalRoot, 'packages', name, 'package.json');
    return Object.keys(
      JSON.parse(fs.readFileSync(manifest, 'utf8')).dependencies,
    );
  });
}

/**
 * The package of the portal that a reference means: its npm name, or the part after `!` of a bundle reference, which names a package
 * with dashes for its slashes. Undefined when the portal does not have it.
 */
export function bundledPlugin(reference: string): string | undefined {
  const names = dependencies();
  if (names.includes(reference)) {
    return reference;
  }
  const selector = reference.split('!')[1];
  return selector === undefined
    ? undefined
    : names.find(name => name.replace('@', '').replace('/', '-') === selector);
}
