import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/core-plugin-api';
import {
  entityRouteRef,
  useAsyncEntity,
  useEntityPresentation,
  useEntityRefLink,
  useStarredEntity,
} from '@backstage/plugin-catalog-react';
import type { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { EntityMenu } from './EntityMenu';
import { EntityTabs } from './EntityTabs';
import { entityFacts } from './entityFacts';
import styles from './EntityHeader.module.css';

/** Name, kind, owner, lifecycle and system in one line; the tabs below it. */
export function EntityHeader(props: EntityHeaderLayoutProps) {
  const params = useRouteRefParams(entityRouteRef);
  const { entity } = useAsyncEntity();
  const { primaryTitle } = useEntityPresentation(entity ?? params);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <div className={styles.title}>
          <h1 title={primaryTitle}>{primaryTitle}</h1>
          {entity && <Star entity={entity} />}
        </div>
        {entity ? <Facts entity={entity} /> : <span>{params.kind}</span>}
        {entity && <EntityMenu entity={entity} />}
      </div>
      {entity && <EntityTabs {...props} />}
    </header>
  );
}

function Facts(props: { entity: Entity }) {
  const { kind, lifecycle, owners, partOf } = entityFacts(props.entity);
  const known = ['production', 'experimental', 'deprecated'];
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt className={styles.hidden}>Kind</dt>
        <dd>{kind}</dd>
      </div>
      {lifecycle && (
        <div className={styles.fact}>
          <dt className={styles.hidden}>Lifecycle</dt>
          <dd
            className={styles.lifecycle}
            data-lifecycle={known.includes(lifecycle) ? lifecycle : 'other'}
          >
            {lifecycle}
          </dd>
        </div>
      )}
      <RefFact label="Owner" refs={owners} />
      <RefFact label="Part of" refs={partOf} />
    </dl>
  );
}

function RefFact(props: { label: string; refs: CompoundEntityRef[] }) {
  const { label, refs } = props;
  if (!refs.length) return null;
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      {refs.map(ref => (
        <dd key={`${ref.kind}/${ref.name}`}>
          <RefLink entityRef={ref} />
        </dd>
      ))}
    </div>
  );
}

function RefLink(props: { entityRef: CompoundEntityRef }) {
  const entityLink = useEntityRefLink();
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return <Link to={entityLink(props.entityRef)}>{primaryTitle}</Link>;
}

function Star(props: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(
    props.entity,
  );
  return (
    <button
      type="button"
      className={styles.icon}
      aria-pressed={isStarredEntity}
      aria-label={isStarredEntity ? 'Remove star' : 'Star'}
      onClick={() => toggleStarredEntity()}
    >
      {isStarredEntity ? <RiStarFill size={16} /> : <RiStarLine size={16} />}
    </button>
  );
}
