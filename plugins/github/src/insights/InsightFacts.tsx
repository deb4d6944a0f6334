import { Ago, OutLink, plural } from '@callboard/page-parts';
import type {
  EntityRepository,
  Insights,
} from '@callboard/plugin-github-common';
import styles from './InsightFacts.module.css';

/** The facts of a repository in one line. */
export function InsightFacts(props: {
  insights: Insights;
  repository: EntityRepository;
}) {
  const { insights, repository } = props;
  const { pushedAt, openIssues, stars, license } = insights;
  return (
    <ul className={styles.facts}>
      <li>
        <OutLink href={repository.url}>
          {repository.owner}/{repository.name}
        </OutLink>
      </li>
      <li>
        {repository.visibility}
        {repository.isArchived && ', archived'}
      </li>
      <li>{license ?? 'no license'}</li>
      <li>{plural(stars, 'star')}</li>
      <li>{plural(openIssues, 'open issue')}</li>
      {pushedAt && (
        <li>
          pushed <Ago at={pushedAt} />
        </li>
      )}
    </ul>
  );
}
