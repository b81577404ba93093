import { hours, type Rule } from './rule.ts';

export const weeklyRest: Rule = {
	id: 'weekly-rest',
	sentence:
		'Every whole week has one stretch without work of at least the contract’s hours, between Monday 00:00 and Sunday 24:00.',
	check({ agent, calendar, worked }) {
		const least = (agent.contract.minWeeklyRestHours ?? 0) * 60;
		return calendar.weeks.flatMap((week) => {
			if (week.to - week.from < 7) return [];
			const end = week.to * 1440;
			let free = week.from * 1440;
			let longest = 0;
			for (const { startsAt, endsAt } of worked) {
				longest = Math.max(longest, Math.min(startsAt, end) - free);
				free = Math.max(free, endsAt);
			}
			longest = Math.max(longest, end - free);
			return longest >= least
				? []
				: [
						{
							rule: 'weekly-rest',
							agent: agent.id,
							day: week.from,
							text: `${agent.name} rests ${hours(longest)} hours at a stretch in the week of ${calendar.spoken(week.from)}; at least ${hours(least)}.`
						}
					];
		});
	}
};
