import type { ErrorLike } from '@backstage/errors';
import { causeOf, Notice, Panel, statusOf } from '@callboard/page-parts';
import { RiQuestionLine } from '@remixicon/react';
import { Problem } from '../parts/Problem';

/** What is no address of a connected GitHub is the asker's to mend; everything else is the portal's. */
export function ServeProblem(props: {
  error: ErrorLike;
  url: string;
  retry: () => void;
}) {
  const { error, url, retry } = props;
  return (
    <Panel title="No answer">
      {statusOf(error) === 400 ? (
        <Notice
          role="alert"
          icon={<RiQuestionLine size={20} />}
          title={`“${url}” is not an address here`}
        >
          {causeOf(error)}
        </Notice>
      ) : (
        <Problem what="who serves it" error={error} retry={retry} />
      )}
    </Panel>
  );
}
