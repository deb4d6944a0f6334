import { useState } from 'react';
import { BgProvider, Button } from '@backstage/ui';
import { Ago, StatusIcon } from '@callboard/page-parts';
import type { HeldPlan } from '@callboard/plugin-github-common';
import { useOverview } from '../page/OverviewContext';
import { AcceptDialog } from './AcceptDialog';
import { heldWords } from './heldWords';
import { planWords } from './planWords';
import styles from './HeldNotice.module.css';

/** Removals that a run found and that wait: how many, why, and the way to let them happen. */
export function HeldNotice(props: {
  plan: HeldPlan;
  organisation: string;
  refresh(): void;
}) {
  const { plan, organisation, refresh } = props;
  const { overview } = useOverview();
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      role="group"
      aria-label={`Held: ${planWords(plan)} of ${organisation}`}
      className={styles.held}
    >
      <StatusIcon status="fail" word="Held" />
      <div className={styles.words}>
        <p>
          <strong>The removal of {planWords(plan)} is held</strong>{' '}
          <span className={styles.dim}>
            since <Ago at={plan.at} />
          </span>
        </p>
        <p>
          {plan.kinds && `Found ${heldWords(plan)}. `}Why: {plan.reason}.
          {plan.cause && ` Likely cause: ${plan.cause}.`}
        </p>
        <p className={styles.dim}>
          Nothing is removed until somebody accepts it, or a later complete run
          shows something else.
        </p>
      </div>
      {overview.mayManage && (
        <BgProvider bg="neutral-2">
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen(true)}
          >
            See and accept…
          </Button>
        </BgProvider>
      )}
      {isOpen && (
        <AcceptDialog
          plan={plan}
          organisation={organisation}
          onDone={refresh}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
