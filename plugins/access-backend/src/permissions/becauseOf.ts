import type {
  HeldRole,
  PolicyVerdict,
  RoleVerdict,
} from '@callboard/plugin-access-common';
import { describeConditions } from './describeConditions';

/** What gave an answer: one sentence for each role that decided. */
export function becauseOf(options: {
  verdict: PolicyVerdict;
  permission: string;
  entity?: { ref: string; result: 'allow' | 'deny' };
}): string[] {
  const { verdict, permission, entity } = options;
  const deciding = verdict.verdicts.filter(one => decides(one, verdict));
  const sentences = deciding.map(
    one =>
      `The role ${one.role} ${wordsOf(one, permission)}: ${one.rule}. ${whyHeld(
        one,
      )}`,
  );
  if (verdict.conditional) {
    const words = describeConditions(verdict.conditional.conditions);
    sentences.push(
      entity
        ? `${entity.ref} ${
            entity.result === 'allow' ? 'meets' : 'does not meet'
          } the conditions: ${words}.`
        : `It depends on the thing: ${words}.`,
    );
  }
  return sentences;
}

/** With an expressly denying role no other counts; with an allowing one none that denies. */
function decides({ says }: RoleVerdict, { result, verdicts }: PolicyVerdict) {
  if (verdicts.some(one => one.says === 'refuse')) return says === 'refuse';
  if (result === 'allow') return says === 'allow';
  if (result === 'conditional') return says === 'conditional';
  return true;
}

function wordsOf({ says }: RoleVerdict, permission: string) {
  switch (says) {
    case 'allow':
      return `allows ${permission}`;
    case 'conditional':
      return `allows ${permission} under conditions`;
    case 'refuse':
      return `denies ${permission}, whatever other roles say`;
    case 'silent':
      return `does not name ${permission}`;
    default:
      return `does not allow ${permission}`;
  }
}

/** Where it stands that the person has the role. */
export function whyHeld({ member, source }: HeldRole): string {
  switch (source.type) {
    case 'config':
      return `${member} has it by ${source.key}.`;
    case 'assigned':
      return `${member} has it since ${source.at.slice(0, 10)}, given by ${
        source.by
      }.`;
    case 'default':
      return `It is the role of everybody who has no other (${source.key}).`;
    default:
      return 'It is what a guest has.';
  }
}
