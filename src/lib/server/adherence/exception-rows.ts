import type { AgentState } from '#lib/contracts/terms.ts';
import type { ExceptionRow } from './adherence-view.ts';
import type { JudgedPerson } from './judge-people.ts';

/** A person's departures as they are shown, in order of time. */
export const exceptionRows = ({ agentId, name, team, exceptions, excuses }: JudgedPerson): ExceptionRow[] =>
	exceptions.map((one) => ({
		agentId,
		name,
		team,
		kind: one.kind,
		planned: one.planned,
		state: one.state as AgentState,
		fromAt: one.fromMs,
		toAt: one.toMs,
		plannedToAt: one.plannedToMs,
		isOngoing: one.isOngoing,
		excusedSeconds: one.excusedSeconds,
		excuses: excuses
			.filter(({ fromAt, toAt }) => fromAt < one.toMs && toAt > one.fromMs)
			.map(({ id, reason, createdBy, fromAt, toAt }) => ({ id, reason, by: createdBy, fromAt, toAt }))
	}));
