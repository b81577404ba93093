import type { DayInput } from '#lib/server/dayplan/index.ts';

export type Wishes = Required<Omit<DayInput, 'mostTouched' | 'seconds'>>;

/** What most supervisors may decide by themselves: nothing is called off, and nobody sent home. */
export const USUAL_WISHES: Wishes = {
	moveBreaks: true,
	moveActivities: true,
	cancelActivities: false,
	extendMinutes: 60,
	shortenMinutes: 0,
	callIn: true,
	leaveOutMissing: true
};
