import { useState } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import { Notice } from '@callboard/page-parts';
import { RiTeamLine } from '@remixicon/react';
import type { Resource } from '../data/resource';
import type { EntitiesByRef } from '../entities/useEntities';
import { Panel } from '../panel/Panel';
import { Problem } from '../panel/Problem';
import styles from './TeamComponentsPanel.module.css';
import { TeamComponentsTable } from './TeamComponentsTable';
import { TeamComponentsSkeleton } from './TeamComponentsSkeleton';
import type { TeamComponents } from './useTeamComponents';

const COLLAPSED = 8;

/** What the person's teams answer for. */
export function TeamComponentsPanel(props: {
  owned: Resource<TeamComponents>;
  userRef?: string;
  entities?: EntitiesByRef;
  catalogPath?: string;
}) {
  const { owned, userRef, entities, catalogPath } = props;
  const [isExpanded, setExpanded] = useState(false);
  const all = catalogPath && {
    href: `${catalogPath}?filters[kind]=component&filters[user]=owned`,
    label: 'See all',
  };

  if (owned.state === 'loading') {
    return (
      <Panel title="My teams’ components">
        <TeamComponentsSkeleton />
      </Panel>
    );
  }
  if (owned.state === 'failed') {
    return (
      <Panel title="My teams’ components">
        <Problem what="the catalog" error={owned.error} retry={owned.retry} />
      </Panel>
    );
  }
  const { components, total } = owned.value;
  if (total === 0) {
    return (
      <Panel title="My teams’ components" outdated={owned.outdated}>
        <Notice
          icon={<RiTeamLine size={20} />}
          title="Nothing here is yours yet"
          action={
            catalogPath && (
              <ButtonLink
                size="small"
                variant="secondary"
                href={`${catalogPath}?filters[kind]=component&filters[user]=all`}
              >
                Look through the catalog
              </ButtonLink>
            )
          }
        >
          Every component names its owner, usually a team, in its
          catalog-info.yaml (spec.owner). What your teams own appears here, so
          that you find it without searching.
        </Notice>
      </Panel>
    );
  }
  const hidden = components.length - COLLAPSED;
  return (
    <Panel
      title="My teams’ components"
      count={total}
      more={all || undefined}
      outdated={owned.outdated}
    >
      <TeamComponentsTable
        components={components}
        limit={isExpanded ? components.length : COLLAPSED}
        isPartial={total > components.length}
        userRef={userRef}
        entities={entities}
      />
      {hidden > 0 && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isExpanded}
            onPress={() => setExpanded(!isExpanded)}
          >
            {isExpanded ? 'Show fewer' : `Show ${hidden} more`}
          </Button>
        </div>
      )}
    </Panel>
  );
}
