import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type ScheduleChange } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { localDayOf } from '../intraday/index.ts';
import { dayFrame, frameShifts, type ScheduledShift } from '../rosters/index.ts';
import { DayInput } from './day-input.ts';
import { dayProblem, type DayPeople } from './day-problem.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A usual day, those on which the clocks change, and one away from full hours of UTC. */
const DAYS = [
	['Europe/Madrid', 2026, 5, 2],
	['Europe/Madrid', 2026, 2, 29],
	['Europe/Madrid', 2026, 9, 25],
	['Asia/Kolkata', 2026, 5, 2]
] as const;

const toSecond = (ms: number): number => Math.round(ms / 1000) * 1000;
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Five of six times on a quarter of an hour, as rosters have them; else to the second. */
const moment = (leastMs: number, mostMs: number) =>
	fc.oneof(
		{
			arbitrary: fc
				.integer({ min: Math.ceil(leastMs / MINUTE / 15), max: Math.floor(mostMs / MINUTE / 15) })
				.map((quarter) => quarter * 15 * MINUTE),
			weight: 5
		},
		fc.integer({ min: Math.ceil(leastMs / 1000), max: Math.floor(mostMs / 1000) }).map((s) => s * 1000)
	);

const shiftOn = (day: fc.Arbitrary<number>, mostHours: number) =>
	fc.record({
		day,
		startMs: moment(0, DAY - 1000),
		lengthMs: moment(15 * MINUTE, mostHours * HOUR),
		parts: fc.array(
			fc.record({
				at: share,
				minutes: fc.constantFrom(5, 7, 15, 30, 45, 60, 120),
				isPaid: fc.boolean(),
				kind: fc.constantFrom('break', 'lunch', 'training', 'meeting', undefined)
			}),
			{ maxLength: 4 }
		)
	});
const KINDS = ['absent', 'late', 'leaves', 'cancelled', 'moved', 'extended', 'called'] as const;
const person = fc.record({
	// Some keep every rule; some have been given what no contract allows.
	shifts: fc.oneof(
		fc.tuple(shiftOn(fc.constant(0), 9)),
		fc.array(shiftOn(fc.integer({ min: -7, max: 7 }), 9), { maxLength: 3 }),
		fc.array(shiftOn(fc.integer({ min: -7, max: 7 }), 24), { maxLength: 9 })
	),
	changes: fc.array(
		fc.record({
			kind: fc.constantFrom(...KINDS),
			which: fc.nat(),
			from: share,
			to: share,
			isWhole: fc.boolean()
		}),
		{ maxLength: 4 }
	),
	sessions: fc.array(fc.record({ startMs: moment(0, DAY), minutes: fc.constantFrom(15, 30, 60) }), {
		maxLength: 2
	}),
	isMissing: fc.boolean(),
	skills: fc.subarray(['calls', 'letters'])
});
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never;

/** Published shifts: two of one roster never overlap, those of two rosters may. */
const published = ({ shifts }: Person, midnight: number): ScheduledShift[] =>
	shifts
		.map(({ day, startMs, lengthMs, parts }): ScheduledShift => {
			const startAt = midnight + day * DAY + startMs;
			let after = startAt;
			const breaks = parts
				.map((part) => ({ ...part, startAt: toSecond(startAt + part.at * lengthMs) }))
				.sort((a, b) => a.startAt - b.startAt)
				.flatMap(({ startAt: from, minutes, isPaid, kind }) => {
					const endAt = from + minutes * MINUTE;
					if (from < after || endAt > startAt + lengthMs) return [];
					after = endAt;
					return [{ startAt: from, endAt, isPaid, ...(kind && { kind }) }];
				});
			return { startAt, endAt: startAt + lengthMs, breaks };
		})
		.sort((a, b) => a.startAt - b.startAt);

/** A change of what stands, as the door would let it in; null where there is nothing to change. */
function changeOf(
	{ kind, which, from, to, isWhole }: Person['changes'][number],
	now: readonly ScheduledShift[]
): ScheduleChange | null {
	const target = now[which % Math.max(1, now.length)];
	if (!target) return null;
	const { startAt, endAt, breaks } = target;
	const at = (part: number) => toSecond(startAt + part * (endAt - startAt));
	const [first, second] = [at(Math.min(from, to)), at(Math.max(from, to))];
	const span = (fromAt: number, toAt: number, movedTo: number | null = null) =>
		toAt > fromAt ? { kind, fromAt, toAt, movedTo } : null;
	if (kind === 'absent') return isWhole ? span(startAt, endAt) : span(first, second);
	if (kind === 'late') return span(startAt, second);
	if (kind === 'leaves') return span(first, endAt);
	if (kind === 'extended') return span(endAt, endAt + Math.ceil(to * 8) * 15 * MINUTE);
	if (kind === 'called') return span(endAt + HOUR, endAt + 5 * HOUR);
	const part = breaks[which % Math.max(1, breaks.length)];
	if (!part) return null;
	const length = part.endAt - part.startAt;
	return span(part.startAt, part.endAt, toSecond(startAt + from * (endAt - startAt - length)));
}

function standing(one: Person, midnight: number): ScheduledShift[] {
	let now = published(one, midnight);
	for (const wish of one.changes) {
		const change = changeOf(wish, now);
		if (change) now = applyChanges(now, [change]);
	}
	return now;
}

const agent = (id: string, skills: readonly string[]): AgentRecord => ({
	...{ id, name: id, teamId: null, isDemo: false, contract: null },
	skills: skills.map((skillId) => ({ skillId, proficiency: 1 }))
});
const nobody = { missing: new Set<string>(), unavailable: new Set<string>(), reserved: [] };
const usual = DayInput.parse({});

describe('dayProblem()', () => {
	it('can be read as a problem, whatever the day has become', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...DAYS),
				fc.array(person, { minLength: 1, maxLength: 4 }),
				moment(0, DAY - 1000),
				fc.record({
					shortenMinutes: fc.constantFrom(0, 60),
					extendMinutes: fc.constantFrom(0, 60, 240),
					cancelActivities: fc.boolean(),
					callIn: fc.boolean()
				}),
				fc.array(fc.constantFrom(0, 0.001, 1, 2.5), { minLength: 1, maxLength: 4 }),
				([zone, year, month, date], people, nowIn, wishes, wanted) => {
					const midnight = new TZDate(year, month, date, zone).getTime();
					const nowMs = midnight + nowIn;
					const day = localDayOf(nowMs, zone);
					const frame = dayFrame(new TZDate(day.fromAt, zone));
					const needs = [];
					for (let startAt = day.fromAt, i = 0; startAt < day.toAt; startAt += HOUR / 2, i++)
						if (startAt + HOUR / 2 > nowMs)
							needs.push({
								skillId: ['calls', 'letters', null][i % 3]!,
								startAt,
								endAt: startAt + HOUR / 2,
								agents: wanted[i % wanted.length]!
							});
					fc.pre(needs.some(({ agents }) => agents > 0));
					const idOf = (i: number) => `a${i}`;
					// Somebody is at work that day, and can do everything.
					const start = day.fromAt + 9 * HOUR;
					const base = [{ startAt: start, endAt: start + 8 * HOUR, breaks: [] }];
					const shifts = people.map((one, i): [string, ScheduledShift[]] => [
						idOf(i),
						standing(one, midnight)
					]);
					const { problem, options } = dayProblem(
						frame,
						nowMs,
						needs,
						{
							agents: [
								agent('base', ['calls', 'letters']),
								...people.map(({ skills }, i) => agent(idOf(i), skills))
							],
							shifts: new Map(
								[['base', base] as [string, ScheduledShift[]], ...shifts].map(([id, own]) => [
									id,
									frameShifts(frame, own)
								])
							),
							missing: new Set(people.flatMap(({ isMissing }, i) => (isMissing ? [idOf(i)] : []))),
							unavailable: new Set(),
							reserved: people.flatMap(({ sessions }, i) =>
								sessions.map(({ startMs, minutes }) => ({
									agentId: idOf(i),
									startAt: midnight + startMs,
									endAt: midnight + startMs + minutes * MINUTE
								}))
							)
						},
						DayInput.parse(wishes)
					);
					const own = new Set(problem.options!.map(({ id }) => id));
					expect([...options.keys()].filter((id) => !own.has(id))).toEqual([]);
				}
			),
			{ numRuns: Number(process.env.RUNS ?? 250) }
		);
	});

	const midnight = Date.UTC(2026, 5, 2);
	const frame = dayFrame(new TZDate(midnight, 'UTC'));
	const at = (day: number, from: number, to: number): ScheduledShift => ({
		startAt: midnight + (day * 24 + from) * HOUR,
		endAt: midnight + (day * 24 + to) * HOUR,
		breaks: []
	});
	const need = (skillId: string | null) => [
		{ skillId, startAt: midnight + 6 * HOUR, endAt: midnight + 7 * HOUR, agents: 1 }
	];
	const made = (shifts: ScheduledShift[], skillId: string | null = null, more: Partial<DayPeople> = {}) =>
		dayProblem(
			frame,
			midnight,
			need(skillId),
			{
				...nobody,
				agents: [agent('ana', ['calls'])],
				shifts: new Map([['ana', frameShifts(frame, shifts)]]),
				...more
			},
			usual
		);

	it('counts a person once where a night of one roster lies over an early shift of the next', () => {
		const { problem, leftAlone } = made([at(-1, 23.25, 31.25), at(0, 6, 14), at(3, 9, 17)]);
		expect(leftAlone).toEqual(['ana']);
		const shapeOf = new Map(problem.options!.map((option) => [option.id, option]));
		const fixed = problem.fixed!.filter(({ shift }) => shift !== null);
		expect(fixed.map(({ day, shift }) => [day, shapeOf.get(shift!)!.startMinute])).toEqual([
			[frame.today - 1, 23.25 * 60],
			[frame.today, 7.25 * 60]
		]);
		expect(shapeOf.get(fixed[1]!.shift!)!.lengthMinutes).toBe(6.75 * 60);
	});

	it('says why there is nothing to plan', () => {
		expect(() => made([at(0, 9, 17)], 'letters')).toThrow('nobody has the skills that are needed');
		expect(() => made([], null, { unavailable: new Set(['ana']) })).toThrow('nobody can be called in');
	});
});
