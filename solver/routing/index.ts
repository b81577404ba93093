export { compareGroups, ENOUGH_TO_COMPARE, type GroupComparison, type GroupMean } from './compare-groups.ts';
export { decideHandoff, RECENT_TURNS } from './decide-handoff.ts';
export type {
	ConversationSigns,
	HandoffDecision,
	HandoffReason,
	HandoffRule,
	HandoffRules
} from './handoff-rules.ts';
export { GIVEN_FROM, shareOfAnswer } from './share-of-answer.ts';
export { rankAgents } from './rank-agents.ts';
export {
	WEIGHTS,
	type RankedAgent,
	type RankReason,
	type RefusalReason,
	type RefusedAgent,
	type RoutedAgent,
	type RoutedContact
} from './routed-agent.ts';
