import type { AgentState } from '#lib/contracts/terms.ts';

/** A published shift; instants in milliseconds. */
export type ScheduledShift = {
	startAt: number;
	endAt: number;
	breaks: readonly { startAt: number; endAt: number }[];
};

const AT_WORK: readonly (AgentState | null)[] = ['available', 'offered', 'handling', 'wrap'];
const ON_BREAK: readonly (AgentState | null)[] = ['break', 'lunch'];

/**
 * Whether an agent does now what the published schedule says: `in` or `out`; `free` where no shift runs; null without
 * a schedule, or without a word on the agent's state.
 */
export function adherenceNow(
	state: AgentState | null,
	shifts: readonly ScheduledShift[] | undefined,
	nowMs: number
): 'in' | 'out' | 'free' | null {
	if (!shifts || state === null) return null;
	const shift = shifts.find(({ startAt, endAt }) => startAt <= nowMs && nowMs < endAt);
	if (!shift) return 'free';
	const isBreak = shift.breaks.some(({ startAt, endAt }) => startAt <= nowMs && nowMs < endAt);
	return (isBreak ? ON_BREAK : AT_WORK).includes(state) ? 'in' : 'out';
}
