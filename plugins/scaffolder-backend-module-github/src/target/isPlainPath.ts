import { hasControls } from './hasControls';

/** Whether a text is a path below a folder: no way out of it, nothing that a program takes for an option, no control characters. */
export function isPlainPath(text: string): boolean {
  return (
    !hasControls(text) &&
    !text.startsWith('-') &&
    !text.split(/[\\/]/).includes('..')
  );
}
