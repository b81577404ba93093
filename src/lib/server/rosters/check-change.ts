import type { ScheduleChangeKind } from '#solver/adherence/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { ScheduledShift } from './schedule-as-changed.ts';

export interface WantedChange {
	kind: Exclude<ScheduleChangeKind, 'given' | 'taken'>;
	fromAt: number;
	toAt: number;
	movedTo: number | null;
}

const ACTION = 'Changing a schedule';
const refuse = (text: string): never => {
	throw new InvalidInputError(`${ACTION}: ${text}`);
};

/**
 * Refuses what can't be done to somebody's schedule as it stands.
 *
 * @returns what the changed part is; null where the change is no part's
 */
export function checkChange(
	{ kind, fromAt, toAt, movedTo }: WantedChange,
	shifts: readonly ScheduledShift[]
): 'break' | 'lunch' | 'training' | 'meeting' | null {
	if (toAt <= fromAt) refuse('its end must come after its start.');
	const clashing = shifts.find(({ startAt, endAt }) => startAt < toAt && endAt > fromAt);
	if (kind === 'extended' || kind === 'earlier' || kind === 'called') {
		if (clashing) refuse('a shift is scheduled then already.');
		if (kind === 'extended' && !shifts.some(({ endAt }) => endAt === fromAt))
			refuse('no shift ends then any more; load the page again.');
		if (kind === 'earlier' && !shifts.some(({ startAt }) => startAt === toAt))
			refuse('no shift begins then any more; load the page again.');
		return null;
	}
	const shift = clashing;
	if (!shift) return refuse('no shift is scheduled then.');
	if (kind === 'late' && (fromAt !== shift.startAt || toAt >= shift.endAt))
		return refuse('who comes late comes between the start and the end of the shift.');
	if (kind === 'leaves' && (toAt !== shift.endAt || fromAt <= shift.startAt))
		return refuse('who leaves early leaves between the start and the end of the shift.');
	if (kind === 'absent' || kind === 'late' || kind === 'leaves') return null;

	const part = shift.breaks.find(({ startAt, endAt }) => startAt === fromAt && endAt === toAt);
	if (!part) return refuse('nothing of the shift begins and ends then any more; load the page again.');
	const activity = part.kind ?? 'break';
	if (kind === 'cancelled') {
		if (activity === 'break' || activity === 'lunch')
			refuse('a break is moved, not cancelled: people are owed it.');
		return activity;
	}
	if (movedTo === null) return refuse('say when it begins instead.');
	const movedEnd = movedTo + (toAt - fromAt);
	if (movedTo < shift.startAt || movedEnd > shift.endAt) refuse('it must stay within the shift.');
	const clash = shift.breaks.some(
		(other) => other !== part && other.startAt < movedEnd && other.endAt > movedTo
	);
	if (clash) refuse('something else is planned then.');
	return activity;
}
