import type { ServiceLevelTarget, StaffingInput } from './staffing-input.ts';

/** What is promised: one figure or several, all of which must hold. */
export type StaffingTargets = Pick<
	StaffingInput,
	'serviceLevel' | 'maxAsaSeconds' | 'maxAbandonment' | 'maxOccupancy'
>;

/** Targets, and over what each has to hold. */
export interface ScopedTarget extends StaffingTargets {
	/**
	 * `interval`: in every interval on its own. `day`: in the mean over a day's contacts, with the fewest agent-hours;
	 * an interval may then fall short as long as others make up for it.
	 */
	scope: 'interval' | 'day';
	/** With scope `day`: what every interval has to keep on its own all the same. */
	floor?: StaffingTargets;
}

export type { ServiceLevelTarget };
