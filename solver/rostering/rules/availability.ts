import { clock, type Rule } from './rule.ts';

export const availability: Rule = {
	id: 'availability',
	sentence: 'A shift lies wholly within one of the times the agent is available that day.',
	check({ agent, calendar, worked }) {
		if (agent.availability === null) return [];
		return worked.flatMap((w) => {
			const from = w.shift.startMinute;
			const to = from + w.shift.lengthMinutes;
			const ranges = agent.availability!.filter((r) => r.day === w.day);
			if (ranges.some((r) => r.fromMinute <= from && to <= r.toMinute)) return [];
			const free = ranges.map((r) => `${clock(r.fromMinute)}–${clock(r.toMinute)}`).join(', ') || 'never';
			return [
				{
					rule: 'availability',
					agent: agent.id,
					day: w.day,
					text: `${agent.name} works ${clock(from)}–${clock(to)} on ${calendar.spoken(w.day)}, but is available then: ${free}.`
				}
			];
		});
	}
};
