import path from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { finding } from './finding.mjs';

const SECRET_NAME = /PASSWORD|SECRET|TOKEN|CREDENTIAL|API_?KEY|PRIVATE/i;
/** The numeric id, which Kubernetes can check; a name it cannot. */
const UNPRIVILEGED = /^[1-9]\d*(:[1-9]\d*)?$/;

/**
 * Checks a Containerfile against the grammar and against the rules of this repository. `exists` tells whether a path relative
 * to the build context is there.
 */
export function lintContainerfile({ file, text, exists }) {
  const findings = validate(text, {
    deprecatedMaintainer: ValidationSeverity.ERROR,
    directiveCasing: ValidationSeverity.ERROR,
    emptyContinuationLine: ValidationSeverity.ERROR,
    instructionCasing: ValidationSeverity.ERROR,
    instructionCmdMultiple: ValidationSeverity.ERROR,
    instructionEntrypointMultiple: ValidationSeverity.ERROR,
    instructionHealthcheckMultiple: ValidationSeverity.ERROR,
    instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
    instructionWorkdirRelative: ValidationSeverity.ERROR,
  }).map(({ range, message }) => finding(file, range.start.line + 1, message));
  const report = (instruction, message) =>
    findings.push(
      finding(file, instruction.getRange().start.line + 1, message),
    );

  const dockerfile = DockerfileParser.parse(text);
  const stages = dockerfile.getFROMs();
  const stageNames = stages.map(from => from.getBuildStage()).filter(Boolean);
  const last = stages.at(-1);
  if (stages.length < 2) {
    findings.push(
      finding(
        file,
        1,
        'has a single stage: the tools of the build stay in the image',
      ),
    );
  }
  for (const from of stages) {
    const isStage = stageNames.includes(from.getImage());
    const tag = from.getImageTag();
    if (!isStage && !from.getImageDigest() && (!tag || tag === 'latest')) {
      report(from, `${from.getImage()} is not pinned by a tag or a digest`);
    }
  }

  const final = dockerfile
    .getInstructions()
    .filter(
      instruction =>
        last && instruction.getRange().start.line > last.getRange().start.line,
    );
  const named = (instructions, keyword) =>
    instructions.filter(instruction => instruction.getKeyword() === keyword);

  const user = named(final, 'USER').at(-1);
  if (!user) {
    findings.push(finding(file, 1, 'runs as root: the last stage has no USER'));
  } else if (!UNPRIVILEGED.test(user.getArgumentsContent() ?? '')) {
    report(user, 'runs as root or as a user without a numeric id');
  }
  for (const keyword of ['HEALTHCHECK', 'ENTRYPOINT', 'STOPSIGNAL']) {
    if (named(final, keyword).length === 0) {
      findings.push(finding(file, 1, `has no ${keyword}`));
    }
  }

  for (const add of named(dockerfile.getInstructions(), 'ADD')) {
    report(add, 'uses ADD, which may fetch from addresses: use COPY');
  }
  for (const copy of dockerfile.getCOPYs()) {
    if (!copy.getFromFlag()) {
      const sources = copy
        .getArguments()
        .slice(0, -1)
        .map(argument => argument.getValue());
      for (const source of sources.filter(
        name => !exists(path.normalize(name)),
      )) {
        report(copy, `copies ${source}, which does not exist`);
      }
    } else if (!stageNames.includes(copy.getFromFlag().getValue())) {
      report(
        copy,
        `copies from the unknown stage ${copy.getFromFlag().getValue()}`,
      );
    }
  }
  for (const instruction of [
    ...dockerfile.getENVs(),
    ...dockerfile.getARGs(),
  ]) {
    const properties = instruction.getProperties?.() ?? [
      instruction.getProperty(),
    ];
    for (const property of properties) {
      if (SECRET_NAME.test(property?.getName() ?? '')) {
        report(
          instruction,
          `puts ${property.getName()} into the image, where everyone can read it`,
        );
      }
    }
  }
  return findings;
}
