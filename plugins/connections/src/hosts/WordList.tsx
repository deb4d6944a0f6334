import { Fragment } from 'react';
import { StatusWords } from '../parts/StatusWords';
import type { Verdict } from './app/appVerdict';

/** The words of a verdict, with spaces between them for those who hear them. */
export function WordList(props: { words: Verdict['words'] }) {
  return (
    <>
      {props.words.map(({ status, text }) => (
        <Fragment key={text}>
          {' '}
          <StatusWords status={status}>{text}</StatusWords>
        </Fragment>
      ))}
    </>
  );
}
