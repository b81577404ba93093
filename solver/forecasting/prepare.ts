import type { CallHistory } from './call-history.ts';
import { fitProfile, type Profile } from './profile.ts';
import { repairHistory, type Repair } from './repair.ts';
import { toTraining, type Training } from './training.ts';

export interface Prepared {
	training: Training;
	profile: Profile;
	repairs: Repair[];
	/** Days with any measured cell. */
	daysWithData: number;
}

/** What every model is given: the history mended, its opening hours, and its profile. */
export function prepare(history: CallHistory, closedDays: ReadonlySet<number>): Prepared {
	const { history: mended, repairs } = repairHistory(history);
	const training = toTraining(mended, closedDays);
	return {
		training,
		profile: fitProfile(training),
		repairs,
		daysWithData: training.coverage.reduce((n, share) => n + (share > 0 ? 1 : 0), 0)
	};
}
