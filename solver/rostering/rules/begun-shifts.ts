import type { ShiftTemplate } from '../problem.ts';
import { clock, type Rule } from './rule.ts';

export const begunShifts: Rule = {
	id: 'begun-shifts',
	sentence:
		'A shift that has begun keeps its start and everything before the moment up to which it was worked.',
	check({ problem, agent, calendar, worked }) {
		return (problem.begun ?? []).flatMap((begun) => {
			if (begun.agent !== agent.id) return [];
			const announced = problem.published?.find((p) => p.agent === agent.id && p.day === begun.day);
			const before = [...problem.shifts, ...(problem.options ?? [])].find(
				({ id }) => id === announced?.shift
			);
			if (!before) return [];
			const after = worked.find((w) => w.day === begun.day)?.shift;
			let kept = after?.startMinute === before.startMinute;
			for (let minute = before.startMinute; kept && minute < begun.untilMinute; minute++)
				kept = doing(before, minute) === doing(after!, minute);
			if (kept) return [];
			return [
				{
					rule: 'begun-shifts',
					agent: agent.id,
					day: begun.day,
					text: `${agent.name} began at ${clock(before.startMinute)} on ${calendar.spoken(begun.day)}; what is before ${clock(begun.untilMinute)} can't be changed any more.`
				}
			];
		});
	}
};

/** What a shift has its agent do in a minute of the day. */
function doing(shift: ShiftTemplate, minute: number): string {
	const into = minute - shift.startMinute;
	if (into < 0 || into >= shift.lengthMinutes) return 'nothing';
	const part = shift.breaks.find((p) => p.offsetMinute <= into && into < p.offsetMinute + p.lengthMinutes);
	return part ? `${part.kind ?? 'break'} ${String(part.paid)}` : 'work';
}
