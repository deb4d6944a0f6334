import fs from 'node:fs';
import tls from 'node:tls';

/** Makes every TLS connection of this process trust the certificate authorities in these files, beside the usual ones. */
export function trustAuthorities(files: string[]): void {
  if (files.length === 0) {
    return;
  }
  tls.setDefaultCACertificates([
    ...tls.getCACertificates('default'),
    ...files.map(file => fs.readFileSync(file, 'utf8')),
  ]);
}
