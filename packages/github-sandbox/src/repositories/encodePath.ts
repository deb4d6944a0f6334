/** A path of a file or a ref in an address: its slashes stay, everything else is escaped. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
