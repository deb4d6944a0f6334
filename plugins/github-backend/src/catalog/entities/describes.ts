import type { KnownFile } from '../../store/MirrorView';

/** Whether there is something in a file. One that could not be read is there; an empty one says nothing, as in stock. */
export function describes(file: Pick<KnownFile, 'state' | 'text'>): boolean {
  return file.state !== 'absent' && file.text !== '';
}
