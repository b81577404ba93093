import { clock, type Rule } from './rule.ts';

export const fixedActivities: Rule = {
	id: 'fixed-activities',
	sentence: "An activity that can't be moved lies within that day's shift, at its own time.",
	check({ problem, agent, calendar, worked }) {
		return (problem.activities ?? []).flatMap((activity) => {
			if (activity.agent !== agent.id) return [];
			const { day, kind, fromMinute, toMinute } = activity;
			const kept = worked.some(
				({ day: on, shift }) =>
					on === day &&
					shift.breaks.some(
						(part) =>
							part.kind === kind &&
							shift.startMinute + part.offsetMinute === fromMinute &&
							shift.startMinute + part.offsetMinute + part.lengthMinutes === toMinute
					)
			);
			if (kept) return [];
			return [
				{
					rule: 'fixed-activities',
					agent: agent.id,
					day,
					text: `${agent.name} lacks the ${kind} of ${clock(fromMinute)}–${clock(toMinute)} on ${calendar.spoken(day)}, which can't be moved.`
				}
			];
		});
	}
};
