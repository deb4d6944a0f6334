import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Disclosure, plural } from '@callboard/page-parts';
import type { MadeFile } from './readDryRun';
import styles from './FileList.module.css';

const SHOWN = 200;
/** Characters of a file; more is seldom read here, and slow to lay out. */
const MAX_TEXT = 100_000;

/** Files as a tree, folders as headings; each opens to its content. */
export function FileList(props: { files: MadeFile[] }) {
  const { files } = props;
  const [shown, setShown] = useState(SHOWN);
  if (files.length === 0)
    return <p className={styles.none}>It would make no files.</p>;
  return (
    <>
      <ul className={styles.files}>
        {files.slice(0, shown).map((file, index) => (
          <li key={file.path}>
            <Folders path={file.path} before={files[index - 1]?.path} />
            <div style={indent(file.path.split('/').length - 1)}>
              <Disclosure
                summary={
                  <span className={styles.row}>
                    <span className={styles.name} title={file.path}>
                      {file.path.split('/').at(-1)}
                    </span>
                    <span className={styles.size}>
                      {file.isExecutable && 'executable, '}
                      {plural(file.size, 'byte')}
                    </span>
                  </span>
                }
              >
                <Content file={file} />
              </Disclosure>
            </div>
          </li>
        ))}
      </ul>
      {files.length > shown && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShown(count => count + SHOWN)}
          >
            {`Show more of ${plural(files.length, 'file')}`}
          </Button>
        </div>
      )}
    </>
  );
}

/** The folders of a file that the file before it is not in. */
function Folders(props: { path: string; before?: string }) {
  const folders = props.path.split('/').slice(0, -1);
  const before = props.before?.split('/').slice(0, -1) ?? [];
  const same = folders.findIndex((folder, at) => before[at] !== folder);
  if (same < 0) return null;
  return (
    <>
      {folders.slice(same).map((folder, at) => (
        <p
          key={`${at} ${folder}`}
          className={styles.folder}
          style={indent(same + at)}
        >
          {folder}/
        </p>
      ))}
    </>
  );
}

/** Deeper folders than these would leave no room on a telephone. */
function indent(depth: number) {
  return { paddingLeft: Math.min(depth, 6) * 16 };
}

function Content(props: { file: MadeFile }) {
  const { text } = props.file;
  if (text === undefined) return <p className={styles.none}>It is no text.</p>;
  if (text === '') return <p className={styles.none}>It is empty.</p>;
  return (
    <>
      {/* It may be wider than the page, and then it scrolls by the keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0}>
        {text.slice(0, MAX_TEXT)}
      </pre>
      {text.length > MAX_TEXT && (
        <p className={styles.none}>
          {plural(text.length - MAX_TEXT, 'more character')} are not shown.
        </p>
      )}
    </>
  );
}
