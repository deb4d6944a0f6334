import { useState } from 'react';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { usePerson } from '../data/usePerson';
import { refName } from '../entities/entityName';
import { useEntities } from '../entities/useEntities';
import { Greeting } from '../greeting/Greeting';
import { StartLinks } from '../links/StartLinks';
import { useMayRegister } from '../links/useMayRegister';
import { usePagePath } from '../links/usePagePath';
import { CatalogPanel } from '../news/CatalogPanel';
import { useCatalogCounts } from '../news/useCatalogCounts';
import { useCatalogNews } from '../news/useCatalogNews';
import { HomeSearch } from '../search/HomeSearch';
import { StarredPanel } from '../starred/StarredPanel';
import { useStarredRefs } from '../starred/useStarredRefs';
import { TeamComponentsPanel } from '../teams/TeamComponentsPanel';
import { useTeamComponents } from '../teams/useTeamComponents';
import { RecentlyVisitedPanel } from '../visits/RecentlyVisitedPanel';
import { useRecentVisits } from '../visits/useRecentVisits';
import { WidgetPanel } from '../widgets/WidgetPanel';
import styles from './HomePage.module.css';

/** More stars than these are looked up nowhere: the page shows a few, the catalog's own list shows all. */
const STARS_LOOKED_UP = 50;

/**
 * The home page: three catalog requests (owned components, names of what is mentioned, counts per kind), and one for
 * what is new. It never asks for more than fits on a screen.
 */
export function HomePage(props: HomePageLayoutProps) {
  const { widgets } = props;
  const [now] = useState(() => new Date());
  const person = usePerson();
  const starredRefs = useStarredRefs();
  const visits = useRecentVisits();
  const me = person.state === 'ready' ? person.value : undefined;
  const owned = useTeamComponents(me?.ownershipRefs);
  const entities = useEntities(
    me && starredRefs && visits.state !== 'loading'
      ? [
          me.userRef,
          ...me.ownershipRefs,
          ...starredRefs.slice(0, STARS_LOOKED_UP),
          ...(visits.state === 'ready'
            ? visits.value.flatMap(({ entityRef }) => entityRef ?? [])
            : []),
        ]
      : undefined,
  );
  const counts = useCatalogCounts();
  const news = useCatalogNews();

  const pagePath = usePagePath();
  const mayRegister = useMayRegister();
  const catalogPath = pagePath('page:catalog');
  const names = entities.state === 'ready' ? entities.value : undefined;
  // Team names come with the other names; a table that renames its groups after painting them would jump.
  const ownedAndNamed =
    owned.state === 'ready' && entities.state === 'loading'
      ? ({ state: 'loading' } as const)
      : owned;
  const name =
    me?.displayName ??
    (me && entities.state !== 'loading'
      ? refName(me.userRef, names)
      : undefined);

  return (
    <main className={styles.page}>
      <div className={styles.body}>
        <div className={styles.top}>
          <Greeting name={name} now={now} />
          <HomeSearch />
        </div>
        <StartLinks />
        <div className={styles.columns}>
          <div className={styles.main}>
            <TeamComponentsPanel
              owned={person.state === 'failed' ? person : ownedAndNamed}
              userRef={me?.userRef}
              entities={names}
              catalogPath={catalogPath}
            />
            {widgets.length > 0 && (
              <div className={styles.widgets}>
                {widgets.map(widget => (
                  <WidgetPanel key={widget.node.spec.id} widget={widget} />
                ))}
              </div>
            )}
            <CatalogPanel
              counts={counts}
              news={news}
              catalogPath={catalogPath}
              registerPath={
                mayRegister ? pagePath('page:catalog-import') : undefined
              }
              now={now}
            />
          </div>
          <div className={styles.side}>
            <StarredPanel
              refs={starredRefs}
              entities={entities}
              catalogPath={catalogPath}
            />
            <RecentlyVisitedPanel
              visits={visits}
              entities={entities}
              now={now}
            />
          </div>
        </div>
      </div>
    </main>
  );
}
