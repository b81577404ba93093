import { clock, hours, type Rule } from './rule.ts';

export const minors: Rule = {
	id: 'minors',
	sentence:
		'Who is under age works no more hours a day, no earlier or later and with no shorter rest than the contract’s rules for minors allow.',
	check({ agent, calendar, worked }) {
		const rules = agent.contract.minors;
		if (!rules) return [];
		return worked.flatMap((w, i) => {
			const from = w.shift.startMinute;
			const to = from + w.shift.lengthMinutes;
			const before = worked[i - 1];
			const rest = before && before.day !== w.day ? w.startsAt - before.endsAt : Infinity;
			const faults: string[] = [];
			if (w.paidMinutes > rules.maxHoursPerDay * 60)
				faults.push(`has ${hours(w.paidMinutes)} paid hours, at most ${rules.maxHoursPerDay}`);
			if (from < rules.fromMinute || to > rules.toMinute)
				faults.push(
					`works ${clock(from)}–${clock(to)}, only ${clock(rules.fromMinute)}–${clock(rules.toMinute)}`
				);
			if (rest < rules.minRestHours * 60)
				faults.push(`rests ${hours(rest)} hours before, at least ${rules.minRestHours}`);
			return faults.map((fault) => ({
				rule: 'minors',
				agent: agent.id,
				day: w.day,
				text: `${agent.name}, under age, ${fault} on ${calendar.spoken(w.day)}.`
			}));
		});
	}
};
