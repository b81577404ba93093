export type {
	AgentShift,
	ArrivalShape,
	Channel,
	Language,
	LocalSpan,
	Scenario,
	ScenarioAgent,
	ScenarioBot,
	ScenarioQueue,
	ScenarioSite
} from './scenario.ts';
export { parseScenario } from './parse-scenario.ts';
export type { AgentState, EventData, EventType, FloorEvent, MareaEvent } from './event.ts';
export { simulate, SimulatedCentre } from './simulate.ts';
export { runFloor, type RunOptions } from './floor/run-floor.ts';
export type { RoutingRule } from './floor/floor.ts';
export type { FloorOrder, OrderAnswer } from './floor/floor-order.ts';
export { measureFloor, type FloorMeasures } from './measure-floor.ts';
export { expectedArrivals, isOpen } from './arrival-rate.ts';
export { demoScenario } from './demo/demo-scenario.ts';
export { demoAgents } from './demo/demo-agents.ts';
export { demoQueues } from './demo/demo-queues.ts';
export { demoIntentExamples } from './demo/demo-intent-examples.ts';
export { demoSkills } from './demo/demo-skills.ts';
export { demoTeams } from './demo/demo-teams.ts';
export { estimate, type Estimate } from './estimate.ts';
export { replicate, type ReplicatedMeasures, type ReplicateOptions } from './replicate.ts';
export { historyOf, type HistoryOptions, type HistoryRow } from './history-of.ts';
export { plannedShifts, type PlannedPart, type PlannedShift } from './planned-shifts.ts';
export { pastContacts, type PastContact, type PastOptions } from './past-contacts.ts';
