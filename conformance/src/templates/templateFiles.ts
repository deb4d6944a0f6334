import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files below a folder that hold a software template, relative to it, sorted. */
export function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file =>
      /^kind:\s*["']?Template\b/m.test(readFileSync(file, 'utf8')),
    )
    .map(file => relative(folder, file))
    .sort();
}
