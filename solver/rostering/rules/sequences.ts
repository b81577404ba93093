import type { RosterAgent, ShiftTemplate } from '../problem.ts';
import { isNightShift } from './night.ts';
import type { Rule } from './rule.ts';

export const sequences: Rule = {
	id: 'sequences',
	sentence: 'After certain kinds of days come only the kinds of days that the contract allows.',
	check({ agent, calendar, worked }) {
		const on = (day: number) => worked.find((w) => w.day === day)?.shift ?? null;
		return (agent.contract.sequences ?? []).flatMap(({ after, then, never = [] }) => {
			const breaches = [];
			for (let day = after.length; day < calendar.days; day++) {
				if (!after.every((name, i) => isCalled(agent, name, on(day - after.length + i)))) continue;
				const today = on(day);
				const isFine = then
					? then.some((name) => isCalled(agent, name, today))
					: !never.some((name) => isCalled(agent, name, today));
				if (isFine) continue;
				breaches.push({
					rule: 'sequences',
					agent: agent.id,
					day,
					text: `${agent.name} has ${today ? `"${today.id}"` : 'off'} on ${calendar.spoken(day)}; after ${after.join(', ')} ${then ? `only ${then.join(' or ')}` : `never ${never.join(' or ')}`}.`
				});
			}
			return breaches;
		});
	}
};

/** Whether a day with that shift, or off, goes by a name. */
function isCalled(agent: RosterAgent, name: string, shift: ShiftTemplate | null): boolean {
	if (name === 'off') return shift === null;
	if (shift === null) return false;
	if (name === 'work') return true;
	if (name === 'night') return isNightShift(agent, shift);
	const kind = agent.contract.kinds?.find(({ id }) => id === name);
	if (!kind) return shift.id === name;
	const { fromMinute: from, toMinute: to } = kind;
	const start = shift.startMinute;
	return from < to ? start >= from && start < to : start >= from || start < to;
}
