import type { RosterEdit } from '#lib/contracts/roster-edits.ts';
import { formatDate } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import type { GridDay } from '../roster-types.ts';
import { hoursWords, shiftWords } from './shift-words.ts';

/** A step of editing in a sentence: whose shift was what, and is what. */
export function editWords(
	{ what, before, after }: Pick<RosterEdit, 'what' | 'before' | 'after'>,
	nameOf: (agent: string) => string,
	days: readonly GridDay[],
	timeZone: string
): string {
	const [was, is] = [before[0], after[0]];
	// What only its parts tell apart is told with them.
	const ofShift =
		was && is && hoursWords(was) === hoursWords(is) && was.day === is.day ? shiftWords : hoursWords;
	const words = (shift: PlacedShift): string =>
		`${nameOf(shift.agent)}, ${formatDate(days[shift.day]?.startAt, timeZone, { style: 'weekday' })} ${ofShift(shift)}`;
	const count = Math.max(before.length, after.length);
	const change =
		count > 1 && what !== 'split'
			? m.rosteredit_did_several({ count })
			: was && is
				? m.rosteredit_did_change({ before: words(was), after: after.map(words).join(' + ') })
				: is
					? m.rosteredit_did_add({ shift: words(is) })
					: m.rosteredit_did_remove({ shift: was ? words(was) : '' });
	if (what === 'undo') return m.rosteredit_did_undo({ change });
	if (what === 'redo') return m.rosteredit_did_redo({ change });
	return change;
}
