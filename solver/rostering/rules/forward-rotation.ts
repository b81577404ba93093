import { clock, type Rule } from './rule.ts';

export const forwardRotation: Rule = {
	id: 'forward-rotation',
	sentence:
		'From one day to the next a shift starts no earlier than the one before, where the contract rotates forward.',
	check({ agent, calendar, worked }) {
		if (agent.contract.forwardOnly !== true) return [];
		return worked.flatMap(({ day, shift }) => {
			const before = worked.find((w) => w.day === day - 1)?.shift;
			if (!before || shift.startMinute >= before.startMinute) return [];
			return [
				{
					rule: 'forward-rotation',
					agent: agent.id,
					day,
					text: `${agent.name} starts at ${clock(shift.startMinute)} on ${calendar.spoken(day)}, after ${clock(before.startMinute)} the day before; no earlier.`
				}
			];
		});
	}
};
