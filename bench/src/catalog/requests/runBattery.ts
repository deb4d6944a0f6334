import { median } from '../../measure/median';
import type { Answer, Target } from './Target';
import type { Scenario } from './scenarios';

/** What one scenario took each server. */
export interface BatteryResult<Name extends string> {
  scenario: Scenario;
  /** Medians in ms. */
  p50: Record<Name, number>;
  /** The last answer of each. */
  answers: Record<Name, Answer>;
}

/**
 * Asks every server every scenario `rounds` times, in turn, request by request: what disturbs one disturbs all. The order changes
 * with each round. A few requests that do not count go before. `onScenario` is called before each scenario.
 */
export async function runBattery<Name extends string>(options: {
  targets: Record<Name, Target>;
  scenarios: Scenario[];
  rounds: number;
  warmUp?: number;
  onScenario?: (scenario: Scenario) => void | Promise<void>;
}): Promise<BatteryResult<Name>[]> {
  const { targets, scenarios, rounds, warmUp = 3, onScenario } = options;
  const names = Object.keys(targets) as Name[];
  const results: BatteryResult<Name>[] = [];
  for (const scenario of scenarios) {
    await onScenario?.(scenario);
    const times = {} as Record<Name, number[]>;
    const answers = {} as Record<Name, Answer>;
    for (const name of names) {
      times[name] = [];
    }
    for (let round = -warmUp; round < rounds; round++) {
      const order = round % 2 === 0 ? names : [...names].reverse();
      for (const name of order) {
        const answer = await targets[name].ask(scenario);
        answers[name] = answer;
        if (round >= 0) {
          times[name].push(answer.ms);
        }
      }
    }
    const p50 = Object.fromEntries(
      names.map(name => [name, median(times[name])]),
    ) as Record<Name, number>;
    results.push({ scenario, p50, answers });
  }
  return results;
}
