export { copyScenario } from './copy-scenario.ts';
export { createScenarios } from './create-scenarios.ts';
export { measureQueues, type MeasuredQueue, type MeasureWork } from './measure-queues.ts';
export {
	compareScenarios,
	findScenario,
	listScenarios,
	type ComparedScenario,
	type Scenario,
	type ScenarioHead
} from './read-scenarios.ts';
export { planOf } from './plan-of.ts';
export { removeScenario } from './remove-scenario.ts';
export { restoreScenario } from './restore-scenario.ts';
export type { ScenarioFields } from './scenario-fields.ts';
export { startScenarios, type ScenariosWish } from './start-scenarios.ts';
export { suggestHiring, type HiringWish } from './suggest-hiring.ts';
export { updateScenario } from './update-scenario.ts';
