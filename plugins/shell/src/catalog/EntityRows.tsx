import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  getEntityRelations,
  useEntityPresentation,
  useEntityRefLink,
  useStarredEntity,
} from '@backstage/plugin-catalog-react';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { type ColumnName, columnTitles } from './columns';
import styles from './CatalogPage.module.css';

/** Entities as rows of one line each. */
export function EntityRows(props: {
  entities: Entity[];
  columns: ColumnName[];
}) {
  const { entities, columns } = props;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col" data-column={column}>
              {columnTitles[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entities.map(entity => (
          <tr key={stringifyEntityRef(entity)}>
            {columns.map(column => (
              <td key={column} data-column={column}>
                <Cell entity={entity} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { entity: Entity; column: ColumnName }) {
  const { entity, column } = props;
  const text = (value: unknown) =>
    typeof value === 'string' ? <span title={value}>{value}</span> : null;
  switch (column) {
    case 'name':
      return (
        <span className={styles.entity}>
          <EntityLink entity={entity} />
          <Star entity={entity} />
        </span>
      );
    case 'owner':
      return <Related entity={entity} relation={RELATION_OWNED_BY} />;
    case 'system':
    case 'domain':
      return (
        <Related entity={entity} relation={RELATION_PART_OF} kind={column} />
      );
    case 'email': {
      const profile = entity.spec?.profile as { email?: string } | undefined;
      return text(profile?.email);
    }
    case 'target':
      return text(
        [entity.spec?.targets ?? entity.spec?.target ?? []].flat().join(', '),
      );
    case 'description':
      return text(entity.metadata.description);
    default:
      return text(entity.spec?.[column]);
  }
}

function EntityLink(props: { entity: Entity }) {
  const entityLink = useEntityRefLink();
  const { primaryTitle, secondaryTitle } = useEntityPresentation(props.entity);
  return (
    <Link to={entityLink(props.entity)} title={secondaryTitle ?? primaryTitle}>
      {primaryTitle}
    </Link>
  );
}

function Related(props: { entity: Entity; relation: string; kind?: string }) {
  const { entity, relation, kind } = props;
  const [first, ...others] = getEntityRelations(
    entity,
    relation,
    kind ? { kind } : undefined,
  );
  if (!first) return null;
  return (
    <>
      <RelatedLink entityRef={stringifyEntityRef(first)} />
      {others.length > 0 && ` and ${others.length} more`}
    </>
  );
}

function RelatedLink(props: { entityRef: string }) {
  const entityLink = useEntityRefLink();
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return (
    <Link to={entityLink(props.entityRef)} title={props.entityRef}>
      {primaryTitle}
    </Link>
  );
}

function Star(props: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(
    props.entity,
  );
  const { primaryTitle } = useEntityPresentation(props.entity);
  return (
    <button
      type="button"
      className={styles.star}
      aria-pressed={isStarredEntity}
      aria-label={`Star ${primaryTitle}`}
      onClick={() => toggleStarredEntity()}
    >
      {isStarredEntity ? <RiStarFill size={14} /> : <RiStarLine size={14} />}
    </button>
  );
}
