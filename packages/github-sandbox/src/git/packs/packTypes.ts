import { ObjectType } from '../types';

/** The types of object in a pack, by their number there. Greater numbers are deltas. */
export const PACK_TYPES: Array<ObjectType | undefined> = [
  undefined,
  'commit',
  'tree',
  'blob',
  'tag',
];
