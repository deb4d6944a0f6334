import { Ago } from '@callboard/page-parts';
import type {
  PredecessorFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';
import { Part } from '../../parts/Part';
import { StatusWords } from '../../parts/StatusWords';
import styles from './ScopeList.module.css';

/** Whether the tokens that this one took the place of can be deleted at GitHub. */
export function RotationNote(props: {
  rotation: NonNullable<TokenFacts['rotation']>;
}) {
  const { rotatedAt, predecessors, advice } = props.rotation;
  return (
    <Part title="Rotation">
      {predecessors.map(one => (
        <div key={one.fingerprint}>
          <StatusWords status={one.canGo || one.refused ? 'pass' : 'warn'}>
            {wordsOf(one)}
          </StatusWords>
        </div>
      ))}
      <p className={styles.note}>
        Rotated <Ago at={rotatedAt} />. {advice}
      </p>
    </Part>
  );
}

function wordsOf(one: PredecessorFacts): string {
  const { fingerprint, refused, stillUsedBy, canGo } = one;
  if (stillUsedBy.length > 0)
    return `The old token ${fingerprint} is still in use: ${stillUsedBy.join(
      ', ',
    )}`;
  if (refused) return `GitHub refuses the old token ${fingerprint} already`;
  return canGo
    ? `The old token ${fingerprint} can go`
    : `The old token ${fingerprint} can go once nothing has used it for an hour`;
}
