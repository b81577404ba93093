import type { AgentState } from '#lib/contracts/terms.ts';
import type { AgentChange } from '#solver/prediction/index.ts';
import type { Habits, Pause } from './habits.ts';
import type { KnownShift } from './known-ahead.ts';

const MINUTE = 60;
/** How exactly people keep a roster, and how exactly a pause its usual length. */
const ROSTER_SPREAD = 2 * MINUTE;
const PAUSE_SPREAD = 0.35;
/** What is due and has not happened yet comes within a few minutes, or not at all. */
const OVERDUE_MS = 10 * MINUTE * 1000;
const SOON_SECONDS = 2 * MINUTE;
const LUNCH_FROM_MS = 25 * MINUTE * 1000;
const USUAL_PAUSE: Record<Pause, number> = {
	break: 15 * MINUTE,
	lunch: 40 * MINUTE,
	training: 60 * MINUTE,
	meeting: 45 * MINUTE
};
/** The usual length counts like so many pauses seen. */
const USUAL_WEIGHT = 3;

export const isPause = (state: AgentState | null): state is Pause => state !== null && state in USUAL_PAUSE;

export function pauseSeconds({ pauses }: Habits, kind: Pause): number {
	const { ended, endedMs } = pauses[kind];
	return (endedMs / 1000 + USUAL_WEIGHT * USUAL_PAUSE[kind]) / (ended + USUAL_WEIGHT);
}

/** What is to come of an agent within `horizonMs`: by the published shifts where there are any, else the end of the pause. */
export function agentChanges(input: {
	state: AgentState | null;
	sinceMs: number | null;
	isServing: boolean;
	shifts: readonly KnownShift[] | undefined;
	habits: Habits;
	nowMs: number;
	horizonMs: number;
}): AgentChange[] {
	const { state, sinceMs, isServing, shifts, habits, nowMs, horizonMs } = input;
	const changes: AgentChange[] = [];
	const add = (atMs: number, serves: boolean, reason: string, spreadSeconds = ROSTER_SPREAD) => {
		if (atMs < nowMs + horizonMs)
			changes.push({
				inSeconds: Math.max(1, (atMs - nowMs) / 1000),
				spreadSeconds,
				isServing: serves,
				reason
			});
	};
	const shift = shifts?.find(({ startAt, endAt }) => endAt > nowMs && startAt < nowMs + horizonMs);
	const usualEnd = () => {
		const usual = pauseSeconds(habits, state as Pause);
		const passed = Math.max(0, nowMs - (sinceMs ?? nowMs)) / 1000;
		// One that is longer than usual already is likely to stay a while yet.
		const left = Math.max(usual - passed, usual / 4);
		add(nowMs + left * 1000, true, state!, PAUSE_SPREAD * left);
	};
	if (!shift) {
		const isOver = shifts?.some(({ endAt }) => endAt <= nowMs && nowMs - endAt < OVERDUE_MS) ?? false;
		// Whoever still serves when the shift is over goes with the next contact, and does not stay for good.
		if (isOver && isServing) add(nowMs + SOON_SECONDS * 1000, false, 'offline', SOON_SECONDS / 2);
		else if (!isOver && isPause(state)) usualEnd();
		return changes;
	}

	let serves = isServing;
	if (!isServing && isPause(state)) {
		const planned = shift.breaks.find(({ startAt, endAt }) => startAt <= nowMs + OVERDUE_MS && endAt > nowMs);
		if (planned) add(planned.endAt, true, state);
		else usualEnd();
		serves = true;
	} else if (!isServing) {
		// Due before now and not there: late at first, then absent.
		if (shift.startAt > nowMs) add(shift.startAt, true, 'offline');
		else if (nowMs - shift.startAt < OVERDUE_MS) add(nowMs + SOON_SECONDS * 1000, true, 'offline');
		else return [];
		serves = true;
	}
	if (!serves) return changes;
	for (const { startAt, endAt, kind } of shift.breaks) {
		const reason = kind ?? (endAt - startAt >= LUNCH_FROM_MS ? 'lunch' : 'break');
		if (startAt > nowMs) {
			add(startAt, false, reason);
			add(endAt, true, reason);
		} else if (isServing && endAt > nowMs && nowMs - startAt < OVERDUE_MS) {
			add(nowMs + SOON_SECONDS * 1000, false, reason, SOON_SECONDS / 2);
			add(nowMs + SOON_SECONDS * 1000 + (endAt - startAt), true, reason);
		}
	}
	add(shift.endAt, false, 'offline');
	return changes.sort((a, b) => a.inSeconds - b.inSeconds);
}
