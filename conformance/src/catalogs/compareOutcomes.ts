import { FileOutcome, Outcome } from './toOutcomes';

/** Something that the two catalogs do not agree on. `entity` is missing where it is the file as a whole. */
export type Difference = {
  file: string;
  entity?: string;
  stock: Outcome | 'absent';
  callboard: Outcome | 'absent';
};

/** Where two catalogs that read the same files came to different outcomes. */
export function compareOutcomes(options: {
  stock: FileOutcome[];
  callboard: FileOutcome[];
}): Difference[] {
  const { stock, callboard } = options;
  const other = new Map(callboard.map(outcome => [outcome.file, outcome]));
  return stock.flatMap(mine => {
    const { file } = mine;
    const theirs = other.get(file);
    const differences: Difference[] = [];
    if (mine.fileOutcome !== theirs?.fileOutcome) {
      differences.push({
        file,
        stock: mine.fileOutcome,
        callboard: theirs?.fileOutcome ?? 'absent',
      });
    }
    const refs = new Set([
      ...Object.keys(mine.entities),
      ...Object.keys(theirs?.entities ?? {}),
    ]);
    for (const entity of refs) {
      const a = mine.entities[entity]?.outcome ?? 'absent';
      const b = theirs?.entities[entity]?.outcome ?? 'absent';
      if (a !== b) {
        differences.push({ file, entity, stock: a, callboard: b });
      }
    }
    return differences;
  });
}
