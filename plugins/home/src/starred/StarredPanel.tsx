import { Button, ButtonIcon } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { starredEntitiesApiRef } from '@backstage/plugin-catalog-react';
import { Notice } from '@callboard/page-parts';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import type { Resource } from '../data/resource';
import { KindIcon } from '../entities/KindIcon';
import { refName } from '../entities/entityName';
import type { EntitiesByRef } from '../entities/useEntities';
import { useEntityPath } from '../entities/useEntityPath';
import { Panel } from '../panel/Panel';
import { Problem } from '../panel/Problem';
import { Rows, RowsSkeleton } from '../panel/Rows';
import styles from './StarredPanel.module.css';

const SHOWN = 8;

/** What the person keeps at hand. */
export function StarredPanel(props: {
  refs: string[] | undefined;
  entities: Resource<EntitiesByRef>;
  catalogPath?: string;
}) {
  const { refs, entities, catalogPath } = props;
  const starredEntitiesApi = useApi(starredEntitiesApiRef);
  const entityPath = useEntityPath();

  if (!refs || entities.state === 'loading') {
    return (
      <Panel title="Starred">
        <RowsSkeleton count={3} />
      </Panel>
    );
  }
  if (refs.length === 0) {
    return (
      <Panel title="Starred">
        <Notice icon={<RiStarLine size={20} />} title="Nothing starred">
          Press the star beside the name of anything in the catalog to keep it
          here.
        </Notice>
      </Panel>
    );
  }
  if (entities.state === 'failed') {
    return (
      <Panel title="Starred" count={refs.length}>
        <Problem
          what="your starred entities"
          error={entities.error}
          retry={entities.retry}
        />
      </Panel>
    );
  }
  const names = entities.value;
  const known = refs
    .filter(ref => names.has(ref))
    .sort((a, b) => refName(a, names).localeCompare(refName(b, names)));
  const gone = refs.filter(ref => !names.has(ref));
  const unstar = (ref: string) => starredEntitiesApi.toggleStarred(ref);

  return (
    <Panel
      title="Starred"
      count={known.length}
      more={
        catalogPath && known.length > SHOWN
          ? { href: `${catalogPath}?filters[user]=starred`, label: 'See all' }
          : undefined
      }
      outdated={entities.outdated}
    >
      {known.length > 0 && (
        <Rows
          label="Starred"
          items={known.slice(0, SHOWN).map(ref => ({
            key: ref,
            icon: <KindIcon kind={parseEntityRef(ref).kind} />,
            name: refName(ref, names),
            href: entityPath(ref),
            detail: names.get(ref)?.kind,
            action: (
              <ButtonIcon
                size="small"
                variant="tertiary"
                className={styles.star}
                icon={<RiStarFill size={14} />}
                aria-label={`Remove the star of ${refName(ref, names)}`}
                onPress={() => unstar(ref)}
              />
            ),
          }))}
        />
      )}
      {gone.length > 0 && (
        <Notice
          icon={<RiStarLine size={20} />}
          title={
            gone.length === 1
              ? '1 starred entity is not in the catalog'
              : `${gone.length} starred entities are not in the catalog`
          }
          action={
            <Button
              size="small"
              variant="secondary"
              onPress={async () => {
                for (const ref of gone) await unstar(ref);
              }}
            >
              Remove from my stars
            </Button>
          }
        >
          {gone.map(ref => parseEntityRef(ref).name).join(', ')}: removed,
          renamed, or hidden from you.
        </Notice>
      )}
    </Panel>
  );
}
