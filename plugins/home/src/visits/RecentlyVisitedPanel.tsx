import { parseEntityRef } from '@backstage/catalog-model';
import type { Visit } from '@backstage/plugin-home';
import { Notice } from '@callboard/page-parts';
import { RiHistoryLine, RiPagesLine } from '@remixicon/react';
import type { Resource } from '../data/resource';
import { KindIcon } from '../entities/KindIcon';
import { refName } from '../entities/entityName';
import type { EntitiesByRef } from '../entities/useEntities';
import { usePageTitle } from '../links/usePageTitle';
import { Panel } from '../panel/Panel';
import { Problem } from '../panel/Problem';
import { Rows, RowsSkeleton } from '../panel/Rows';
import { Ago } from '../time/Ago';

/** Where the person was, to carry on there. */
export function RecentlyVisitedPanel(props: {
  visits: Resource<Visit[]>;
  entities: Resource<EntitiesByRef>;
  now: Date;
}) {
  const { visits, entities, now } = props;
  const pageTitle = usePageTitle();

  if (visits.state === 'failed') {
    return (
      <Panel title="Recently visited">
        <Problem
          what="the pages you visited"
          error={visits.error}
          retry={visits.retry}
        />
      </Panel>
    );
  }
  if (visits.state === 'loading' || entities.state === 'loading') {
    return (
      <Panel title="Recently visited">
        <RowsSkeleton count={3} />
      </Panel>
    );
  }
  // Names are a courtesy: without them the refs do.
  const names = entities.state === 'ready' ? entities.value : undefined;
  const shown = visits.value.filter(
    ({ entityRef }) => !entityRef || !names || names.has(entityRef),
  );
  if (shown.length === 0) {
    return (
      <Panel title="Recently visited" outdated={visits.outdated}>
        <Notice icon={<RiHistoryLine size={20} />} title="No visits yet">
          The pages that you open appear here, newest first. Only you see them.
        </Notice>
      </Panel>
    );
  }
  return (
    <Panel title="Recently visited" outdated={visits.outdated}>
      <Rows
        label="Recently visited"
        items={shown.map(({ id, pathname, name, entityRef, timestamp }) => ({
          key: id,
          icon: entityRef ? (
            <KindIcon kind={parseEntityRef(entityRef).kind} />
          ) : (
            <RiPagesLine size={16} />
          ),
          name: entityRef
            ? refName(entityRef, names)
            : pageTitle(pathname) ?? name,
          href: pathname,
          detail: <Ago at={new Date(timestamp)} now={now} />,
        }))}
      />
    </Panel>
  );
}
