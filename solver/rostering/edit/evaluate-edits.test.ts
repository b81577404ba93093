import { expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { parseProblem } from '../parse-problem.ts';
import type { RosterProblem } from '../problem.ts';
import { validateRoster } from '../validate.ts';
import { asClaimed } from './as-claimed.ts';
import { movedTo, splitAt, stretched, withPart } from './change-shift.ts';
import { editRoster, type EditedRoster } from './evaluate-edits.ts';
import { reversed, shapeProblem, type PlacedShift, type ShiftSwap } from './placed-shift.ts';
import type { WholeRule } from './whole-rules.ts';

const SKILLS = ['voice', 'chat', 'mail'];
const DAYS = 9;
const [DAY, NIGHT] = [480, 1_320];

/** Every day before noon somebody for voice, and through the weekend's nights two of any skill. */
const FLOORS = [
	{ from: '11:00', to: '11:30', skill: 'voice', agents: 1 },
	...['sat', 'sun'].map((weekday) => ({ weekday, from: '23:00', to: '29:30', agents: 2 }))
];

/** Seven agents of one to three skills, contracts that edits soon break, wishes, and days that are decided or announced. */
function randomProblem(seed: number, minimumStaff: readonly object[] = []): RosterProblem {
	const { below, uniform } = createRandom(seed);
	const agents = Array.from({ length: 7 }, (_, a) => ({
		id: `a${a}`,
		name: `A ${a}`,
		skills: SKILLS.filter((_, s) => s === a % 3 || uniform() < 0.4),
		contract: {
			minHoursPerWeek: below(3) * 8,
			maxHoursPerWeek: 16 + below(4) * 8,
			maxHoursPerDay: 9,
			minRestHours: 11,
			maxConsecutiveDays: 2 + below(4)
		},
		daysOff: uniform() < 0.3 ? [below(DAYS)] : [],
		preferences: [
			{ day: below(DAYS), kind: 'prefer', shift: 'off', weight: 3 },
			{ day: below(DAYS), kind: 'avoid', shift: 'D', weight: 2 }
		]
	}));
	return parseProblem({
		version: 1,
		horizon: { start: '2026-11-25', days: DAYS },
		intervalMinutes: 30,
		shifts: [
			{
				...{ id: 'D', startMinute: DAY, lengthMinutes: 480 },
				breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' }]
			},
			{ id: 'N', startMinute: NIGHT, lengthMinutes: 480, weekdays: ['mon', 'tue', 'wed', 'sat'] }
		],
		agents,
		demand: Array.from({ length: DAYS * 60 }, (_, n) => ({
			day: n % DAYS,
			fromMinute: 30 * below(48),
			skill: uniform() < 0.1 ? null : SKILLS[below(3)]!,
			agents: 1 + below(3)
		})).filter(
			(one, place, all) =>
				all.findIndex(
					(o) => o.day === one.day && o.fromMinute === one.fromMinute && o.skill === one.skill
				) === place
		),
		published: [{ agent: 'a1', day: 2, shift: 'D' }],
		fixed: [{ agent: 'a2', day: 4, shift: 'off' }],
		activities: [{ agent: 'a3', day: 3, from: 600, to: 660, kind: 'training' }],
		weights: { paidHour: 0.5, changedDay: 1, changedHour: 1, changedPerson: 2 },
		minimumStaff
	});
}

/** A random edit of what stands: one that comes, goes, moves, is stretched, split, or gets a part. */
function randomEdit(problem: RosterProblem, roster: EditedRoster, below: (n: number) => number): ShiftSwap {
	const all = problem.agents.flatMap(({ id }) => roster.shiftsOf(id));
	const agent = `a${below(7)}`;
	const fresh = (): PlacedShift =>
		below(2) === 0
			? {
					...{ id: `s${below(1e9)}`, agent, day: below(DAYS), startMinute: DAY, lengthMinutes: 480 },
					breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' }]
				}
			: {
					...{ id: `s${below(1e9)}`, agent, day: below(DAYS), startMinute: 30 * below(48) },
					...{ lengthMinutes: 30 * (1 + below(20)), breaks: [] }
				};
	const shift = all[below(all.length)];
	if (!shift || below(4) === 0) return { before: [], after: [fresh()] };
	const end = shift.startMinute + shift.lengthMinutes;
	const made: (PlacedShift | null)[] =
		[
			() => [],
			() => [movedTo(shift, { agent, startMinute: shift.startMinute + 30 * (below(40) - 20) })],
			() => [movedTo(shift, { day: below(DAYS) })],
			() => [stretched(shift, shift.startMinute + 30 * (below(5) - 2), end + 30 * (below(5) - 2))],
			() => [withPart(shift, { fromMinute: shift.startMinute + 60, lengthMinutes: 30, paid: true })],
			() => splitAt(shift, shift.startMinute + 60, `s${below(1e9)}`) ?? []
		][below(6)]!() ?? [];
	const after = made.filter((one) => one !== null && shapeProblem(problem, one) === null) as PlacedShift[];
	return { before: [shift], after: after.length === made.length ? after : [shift] };
}

const inOrder = (texts: string[]) => texts.sort();

it('editRoster() after any edits is as a validation of the whole, from scratch', () => {
	let broken = 0;
	let edits = 0;
	/** Days whose minimum staff is there and is not, over all edits. */
	const floors = { kept: 0, missing: 0 };
	for (let seed = 1; seed <= 12; seed++) {
		const problem = randomProblem(seed, seed % 2 === 0 ? FLOORS : []);
		const asked = new Set(problem.minimumStaff!.map(({ day }) => day)).size;
		const { below } = createRandom(seed + 1_000);
		const roster = editRoster(problem);
		const done: ShiftSwap[] = [];
		for (let n = 0; n < 40; n++) {
			const takesBack = done.length > 0 && below(6) === 0;
			const swap = takesBack ? reversed(done.pop()!) : randomEdit(problem, roster, below);
			if (!takesBack) done.push(swap);
			const agents = [...new Set([...swap.before, ...swap.after].map(({ agent }) => agent))];
			const foreseen = agents.map((agent) => roster.wouldBreak(agent, swap));
			roster.apply(swap);
			expect(agents.map((agent) => roster.brokenBy(agent))).toEqual(foreseen);
			edits++;
			const shifts = problem.agents.flatMap(({ id }) => roster.shiftsOf(id));
			const claimed = asClaimed(problem, shifts);
			const whole = validateRoster(claimed.problem, claimed.roster);
			const hint = `seed ${seed}, edit ${n}`;
			expect(roster.cost(), hint).toBeCloseTo(whole.objective, 6);
			expect(inOrder(roster.violations().map(({ text }) => text)), hint).toEqual(
				inOrder(whole.violations.map(({ text }) => text))
			);
			broken += whole.violations.length;
			const missing = whole.violations.filter(({ rule }) => rule === 'minimum-staff');
			const days = new Set(missing.map(({ day }) => day)).size;
			floors.missing += days;
			floors.kept += Math.max(0, asked - days);
			// Of allotments that cost the same either may be chosen: the people of an interval are equal in sum.
			const sums = new Map<number, number>();
			for (const { day, fromMinute, scheduled } of whole.cover) {
				const interval = day * roster.intervalsPerDay + fromMinute / 30;
				sums.set(interval, (sums.get(interval) ?? 0) + scheduled);
			}
			for (let interval = 0; interval < DAYS * roster.intervalsPerDay; interval++) {
				const counted = roster.skills.reduce((sum, _, lane) => sum + roster.scheduled(lane, interval), 0);
				if (counted !== (sums.get(interval) ?? 0)) expect.fail(`${hint}: ${counted} people in ${interval}`);
			}
		}
	}
	expect(edits).toBe(480);
	expect(broken).toBeGreaterThan(1_000);
	expect(floors.missing).toBeGreaterThan(100);
	expect(floors.kept).toBeGreaterThan(100);
});

const problem = randomProblem(1);
const one: PlacedShift = {
	...{ id: 'x', agent: 'a0', day: 5, startMinute: DAY, lengthMinutes: 480 },
	breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' }]
};

it('editRoster() refuses what does not stand as the edit says, and is left as it was', () => {
	const roster = editRoster(problem);
	roster.apply({ before: [], after: [one] });
	const cost = roster.cost();
	expect(() => roster.apply({ before: [{ ...one, id: 'y' }], after: [] })).toThrow('has not all');
	expect(() => roster.apply({ before: [], after: [one] })).toThrow('already');
	expect(() => roster.apply({ before: [], after: [{ ...one, agent: 'nobody' }] })).toThrow(
		'no agent "nobody"'
	);
	expect(roster.cost()).toBe(cost);
	expect(roster.shiftsOf('a0')).toEqual([one]);
});

it('editRoster() says that a bound speaks of templates alone', () => {
	const free = {
		...problem,
		agents: problem.agents.map((agent) => ({
			...agent,
			contract: { ...agent.contract, minHoursPerWeek: 0 }
		})),
		fixed: [],
		activities: []
	};
	const roster = editRoster(free);
	roster.apply({ before: [], after: [one] });
	expect(roster.isBounded()).toBe(true);
	const longer = stretched(one, DAY - 30, DAY + 480)!;
	roster.apply({ before: [one], after: [longer] });
	expect(roster.brokenBy('a0')).toEqual([]);
	expect(roster.isBounded()).toBe(false);
});

it('editRoster() checks a rule on all agents together around the days that an edit touches', () => {
	let days = 0;
	/** Two people at least begin on each day that is named. */
	const two: WholeRule = {
		check: (cut, _, byAgent) =>
			(cut as unknown as { least: { day: number }[] }).least.flatMap(({ day }) => {
				days++;
				const there = [...byAgent.values()].flat().filter((worked) => worked.day === day).length;
				return there >= 2 ? [] : [{ rule: 'two', agent: null, day, text: `${there} on ${day}` }];
			})
	};
	const least = Array.from({ length: DAYS }, (_, day) => ({ day }));
	const roster = editRoster({ ...problem, least } as unknown as RosterProblem, [two]);
	const on = (agent: string, day: number): PlacedShift => ({ ...one, id: `${agent} ${day}`, agent, day });
	roster.apply({ before: [], after: least.flatMap(({ day }) => [on('a0', day), on('a1', day)]) });
	expect(roster.brokenByAll()).toEqual([]);
	days = 0;
	roster.apply({ before: [on('a0', 4)], after: [] });
	expect(roster.brokenByAll().map(({ text }) => text)).toEqual(['1 on 4']);
	expect(days).toBe(3);
	expect(roster.violations()).toContainEqual({ rule: 'two', agent: null, day: 4, text: '1 on 4' });
	expect(roster.isBounded()).toBe(false);
});
