import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { portalRoot } from '../config/portalRoot';
import { createRoot } from './createRoot';

/** A root with the shipped base configuration and presets, and the given files of an operator. */
export function shippedRoot(files: Record<string, string | JsonObject> = {}) {
  const root = createRoot({});
  fs.cpSync(path.join(portalRoot, 'presets'), path.join(root, 'presets'), {
    recursive: true,
  });
  fs.copyFileSync(
    path.join(portalRoot, 'app-config.yaml'),
    path.join(root, 'app-config.yaml'),
  );
  const own = createRoot(files);
  for (const name of Object.keys(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.copyFileSync(path.join(own, name), path.join(root, name));
  }
  return root;
}
