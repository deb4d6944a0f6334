import { useState } from 'react';
import { Avatar, Button, Link } from '@backstage/ui';
import { OutLink, plural } from '@callboard/page-parts';
import type { Insights } from '@callboard/plugin-github-common';
import { useTabPath } from '../activity/useTabPath';
import styles from './Contributors.module.css';
import { usePeopleOf } from './usePeopleOf';

const MOST = 8;
/** So many the portal asks for. */
const ASKED = 100;
/** The question goes into an address, which must not become too long. */
const MOST_LOOKED_UP = 40;

/** Who wrote it, most commits first. Who is in the catalog is linked there and has a picture; nobody's picture is loaded from another host. */
export function Contributors(props: {
  contributors: Insights['contributors'];
  /** The repository's page, whose host knows the people. */
  url: string;
}) {
  const { contributors, url } = props;
  const [isAll, setAll] = useState(false);
  const tabPath = useTabPath();
  const shown = isAll ? contributors : contributors.slice(0, MOST);
  const people = usePeopleOf(
    contributors.slice(0, MOST_LOOKED_UP).map(({ login }) => login),
  );
  const { origin } = new URL(url);
  if (contributors.length === 0)
    return <p className={styles.none}>Nobody has committed yet.</p>;
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ login, commits }) => {
          const person = people.get(login.toLowerCase());
          const path = person && tabPath(person.entityRef);
          const name = person?.name ?? login;
          return (
            <li key={login} className={styles.row}>
              <Avatar
                size="x-small"
                name={name}
                src={person?.picture ?? ''}
                purpose="decoration"
              />
              <span className={styles.name}>
                {path ? (
                  <Link href={path} standalone title={login}>
                    {name}
                  </Link>
                ) : (
                  <OutLink href={`${origin}/${encodeURIComponent(login)}`}>
                    {login}
                  </OutLink>
                )}
              </span>
              <span className={styles.count}>{plural(commits, 'commit')}</span>
            </li>
          );
        })}
      </ul>
      {contributors.length > MOST && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isAll}
          onPress={() => setAll(!isAll)}
        >
          {isAll ? 'Show fewer' : `Show ${contributors.length - MOST} more`}
        </Button>
      )}
      {contributors.length >= ASKED && (
        <p className={styles.none}>
          The {ASKED} with most commits.{' '}
          <OutLink href={`${url}/graphs/contributors`}>
            All of them at GitHub
          </OutLink>
        </p>
      )}
    </>
  );
}
