import type { Step } from './Step';

/**
 * Has the catalogs look at what changed outside of them at once: when they would look by themselves differs, since stock processes what
 * is new once more than it needs to.
 */
export function withoutLateNews(steps: Step[]): Step[] {
  return steps.flatMap((step): Step[] => {
    switch (step.type) {
      case 'write':
      case 'removeFile':
        return [
          step,
          step.file === 'three.yaml'
            ? { type: 'refreshNestedLocation' }
            : { type: 'refreshLocation', file: step.file },
        ];
      case 'fail':
      case 'mend':
        return [
          step,
          { type: 'refreshKey', provider: 0, name: step.name },
          { type: 'refresh', name: step.name },
        ];
      default:
        return [step];
    }
  });
}
