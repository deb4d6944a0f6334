import type { Label } from '../../core/state';
import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { payloadUrls } from '../events/payloadUrls';
import { recordIssueEvent } from '../events/recordIssueEvent';
import { ensureLabels } from '../labels/ensureLabels';
import { labelsOf } from '../labels/labelsOf';
import { presentLabel } from '../present/presentLabel';

/** Gives an issue or pull request exactly the labels with these names; missing ones are made. */
export function setLabels(options: IssueChange & { names: string[] }): void {
  const { sandbox, repository, issue, names } = options;
  const before = labelsOf({ sandbox, issue });
  const after = ensureLabels({ sandbox, repository, names });
  issue.labelIds = after.map(({ id }) => id);

  const tell = (label: Label, added: boolean) => {
    const name = added ? 'labeled' : 'unlabeled';
    recordIssueEvent({
      ...options,
      event: name,
      detail: { label: { name: label.name, color: label.color } },
    });
    emitIssueChange({
      ...options,
      action: name,
      extra: {
        label: presentLabel({
          sandbox,
          urls: payloadUrls(sandbox),
          repository,
          label,
        }),
      },
    });
  };
  after
    .filter(label => !before.includes(label))
    .forEach(label => tell(label, true));
  before
    .filter(label => !after.includes(label))
    .forEach(label => tell(label, false));
}
