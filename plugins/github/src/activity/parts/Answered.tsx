import type { ReactNode } from 'react';
import { Lines, Notice, type Polled } from '@callboard/page-parts';
import type { Answer } from '@callboard/plugin-github-common';
import { RiForbid2Line, RiInformationLine } from '@remixicon/react';
import { ActivityProblem } from './ActivityProblem';
import { LackLines } from './LackLines';
import { LackNotice } from './LackNotice';
import { SourceLine } from './SourceLine';
import { StaleLine } from './StaleLine';

/** What came of a question to GitHub, in each state that it can have. */
export function Answered<T>(props: {
  polled: Polled<Answer<T>>;
  refresh: () => void;
  /** What is read, as in 'Could not read ...'. */
  what: string;
  /** The title of the credential that asks. */
  by?: string;
  /** Stands there while it is read; as many lines as come. @defaultValue 4 */
  lines?: number;
  /** Without the line that says how old it is, unless it is too old. */
  isBare?: boolean;
  children: (value: T) => ReactNode;
}) {
  const { polled, refresh, what, by, lines = 4, isBare, children } = props;
  if (polled.state === 'loading')
    return <Lines count={lines} label={`Reading ${what}`} />;
  if (polled.state === 'failed')
    return <ActivityProblem what={what} error={polled.error} retry={refresh} />;
  const answer = polled.value;
  return (
    <>
      {polled.outdated && <StaleLine error={polled.outdated} retry={refresh} />}
      <AnswerBody answer={answer} by={by} isBare={isBare}>
        {children}
      </AnswerBody>
    </>
  );
}

/** The same for an answer that is there. */
export function AnswerBody<T>(props: {
  answer: Answer<T>;
  by?: string;
  isBare?: boolean;
  children: (value: T) => ReactNode;
}) {
  const { answer, by, isBare, children } = props;
  if (answer.state === 'refused') {
    return answer.lack ? (
      <LackNotice lack={answer.lack} />
    ) : (
      <Notice
        icon={<RiForbid2Line size={20} />}
        title="GitHub does not show this to the portal"
      >
        {answer.reason}
      </Notice>
    );
  }
  if (answer.state === 'absent') {
    return (
      <Notice icon={<RiInformationLine size={20} />} title="There is none here">
        {answer.reason}
      </Notice>
    );
  }
  return (
    <>
      <LackLines lacks={answer.lacks} />
      {children(answer.value)}
      {(!isBare || answer.outdated) && <SourceLine answer={answer} by={by} />}
    </>
  );
}
