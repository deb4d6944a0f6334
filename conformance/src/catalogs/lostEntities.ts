import { validatePaths } from './validate';
import { FileOutcome } from './toOutcomes';

/**
 * Entities that are missing although nothing is wrong with them: of a file that the catalog took, valid when looked at
 * alone, claimed by no other file. There must be none, however broken the other files are.
 */
export async function lostEntities(outcomes: FileOutcome[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { file, fileOutcome, entities } of outcomes) {
    const { problems, entities: count } = await validatePaths({
      paths: [file],
    });
    const broken = problems.some(({ level }) => level === 'error');
    const known = Object.keys(entities).length;
    if (!broken && fileOutcome === 'accepted' && known !== count) {
      lost.push(`${file}: ${count} entities, of which ${known} are known`);
    }
  }
  return lost;
}
