import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#solver/adherence/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { dayFrame, frameShifts, rulesBrokenBy, type ScheduledShift } from '../rosters/index.ts';
import { dayWays } from './day-ways.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTICE = 15 * MINUTE;
const ZONE = 'Europe/Madrid';
/** A usual day, and those on which the clocks change. */
const DAYS = [
	[2026, 5, 2],
	[2026, 2, 29],
	[2026, 9, 25]
] as const;
const contract = {
	...{ id: 'c', name: 'C', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
	...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 },
	...{ rules: {}, archivedAt: null }
};
const agent: AgentRecord = { id: 'ana', name: 'Ana', teamId: null, isDemo: false, skills: [], contract };

/** Of the time on shift. */
const share = fc.integer({ min: 0, max: 96 }).map((n) => n / 96);
const shift = fc.record({
	day: fc.constantFrom(...DAYS),
	startHour: fc.integer({ min: 5, max: 14 }),
	quarters: fc.integer({ min: 14, max: 34 }),
	parts: fc.array(
		fc.record({
			at: share,
			minutes: fc.constantFrom(10, 15, 30, 45),
			kind: fc.constantFrom('break' as const, 'lunch' as const, 'meeting' as const, undefined),
			isPaid: fc.boolean()
		}),
		{ minLength: 1, maxLength: 4 }
	),
	/** Before the first of them, or before the end. */
	isLate: fc.boolean(),
	aheadSeconds: fc.integer({ min: 900, max: 2_700 }),
	session: fc.option(share, { nil: null })
});

const LIMIT = { break: 60, lunch: 90 };
/** Longest work without a break or meal, in minutes. */
function longestStretch({ startAt, endAt, breaks }: ScheduledShift): number {
	const pauses = breaks.filter(({ kind }) => kind !== 'meeting' && kind !== 'training');
	const edges = [startAt, ...pauses.flatMap((part) => [part.startAt, part.endAt]), endAt];
	let longest = 0;
	for (let i = 0; i < edges.length; i += 2) longest = Math.max(longest, edges[i + 1]! - edges[i]!);
	return longest / MINUTE;
}

describe('dayWays()', () => {
	it('keeps every rule by the independent validator, the window, the notice and what else is planned', () => {
		let [ways, stays] = [0, 0];
		fc.assert(
			fc.property(shift, ({ day: [y, mo, d], startHour, quarters, parts, isLate, aheadSeconds, session }) => {
				const midnight = new TZDate(y, mo, d, ZONE);
				const frame = dayFrame(midnight);
				const startAt = midnight.getTime() + startHour * HOUR;
				const endAt = startAt + quarters * 15 * MINUTE;
				let free = startAt + 30 * MINUTE;
				const breaks = parts
					.map(({ at, ...part }) => ({
						...part,
						startAt: startAt + Math.round((at * (endAt - startAt)) / (5 * MINUTE)) * 5 * MINUTE
					}))
					.sort((a, b) => a.startAt - b.startAt)
					.flatMap(({ minutes, startAt: from, kind, isPaid }) => {
						const part = { startAt: from, endAt: from + minutes * MINUTE, isPaid, ...(kind && { kind }) };
						if (from < free || part.endAt > endAt - 30 * MINUTE) return [];
						free = part.endAt;
						return [part];
					});
				const own: ScheduledShift = { startAt, endAt, breaks };
				if (breaks.length === 0) return;
				const nowMs = (isLate ? endAt : breaks[0]!.startAt) - aheadSeconds * 1000;
				const untilMs = nowMs + HOUR;
				const sessionAt =
					session === null ? [] : [{ agentId: 'ana', startAt: startAt + session * (endAt - startAt) }];
				const reserved = sessionAt.map((one) => ({ ...one, endAt: one.startAt + 15 * MINUTE }));
				for (const way of dayWays(frame, agent, [own], { nowMs, untilMs, reserved })) {
					const { kind, fromAt, toAt, activity } = way;
					if (kind === 'extended') {
						stays++;
						expect([fromAt, way.movedTo, activity]).toEqual([endAt, null, null]);
						expect([30, 60]).toContain((toAt - fromAt) / MINUTE);
						expect(fromAt - nowMs).toBeGreaterThanOrEqual(NOTICE);
						const [longer] = applyChanges([own], [{ kind, fromAt, toAt, movedTo: null, parts: null }]);
						expect(rulesBrokenBy(frame, agent, frameShifts(frame, [longer!]))).toEqual([]);
						continue;
					}
					ways++;
					const movedTo = way.movedTo!;
					const movedEnd = movedTo + toAt - fromAt;
					expect(breaks.some((part) => part.startAt === fromAt && part.endAt === toAt)).toBe(true);
					expect(Math.min(fromAt, movedTo)).toBeGreaterThanOrEqual(nowMs + NOTICE);
					expect(Math.max(toAt, movedEnd)).toBeLessThanOrEqual(untilMs);
					expect(Math.abs(movedTo - fromAt)).toBeLessThanOrEqual(LIMIT[activity!] * MINUTE);
					const change = { kind: 'moved' as const, fromAt, toAt, movedTo, parts: null };
					const [after] = applyChanges([own], [change]) as [ScheduledShift];
					const others = [
						...after.breaks.filter((part) => part.startAt !== movedTo),
						...reserved.filter(
							(one) =>
								one.startAt >= startAt &&
								one.endAt <= endAt &&
								!breaks.some((part) => part.startAt < one.endAt && part.endAt > one.startAt)
						)
					];
					for (const other of others)
						expect(other.startAt < movedEnd && other.endAt > movedTo, JSON.stringify(way)).toBe(false);
					expect(movedEnd).toBeLessThan(endAt);
					expect(longestStretch(after)).toBeLessThanOrEqual(Math.max(300, longestStretch(own)));
					expect(rulesBrokenBy(frame, agent, frameShifts(frame, [after]))).toEqual([]);
				}
			}),
			{ numRuns: 1_500, seed: 1 }
		);
		// It would hold of none as well.
		expect(ways).toBeGreaterThan(100);
		expect(stays).toBeGreaterThan(30);
	});

	it('has none where the contract is not known, the schedule breaks a rule already, or nothing is left of the hour', () => {
		const midnight = new TZDate(2026, 5, 2, ZONE);
		const frame = dayFrame(midnight);
		const startAt = midnight.getTime() + 8 * HOUR;
		const at = (minutes: number) => startAt + minutes * MINUTE;
		const own = {
			startAt,
			endAt: at(420),
			breaks: [{ startAt: at(120), endAt: at(135), isPaid: true, kind: 'break' as const }]
		};
		const asked = { nowMs: at(90), untilMs: at(150), reserved: [] };
		const moved = dayWays(frame, agent, [own], asked).map(({ movedTo }) => (movedTo! - startAt) / MINUTE);
		expect(moved).toEqual([105, 135]);
		expect(dayWays(frame, { ...agent, contract: null }, [own], asked)).toEqual([]);
		const long = { ...contract, maxHoursPerDay: 6 };
		expect(dayWays(frame, { ...agent, contract: long }, [own], asked)).toEqual([]);
		expect(dayWays(frame, agent, [own], { ...asked, untilMs: at(134) })).toEqual([]);
		// It has begun, or the notice is too short.
		expect(dayWays(frame, agent, [own], { ...asked, nowMs: at(110), untilMs: at(170) })).toEqual([]);
	});

	it('lets somebody stay half an hour or an hour longer, as far as hours and rest allow, with notice', () => {
		const midnight = new TZDate(2026, 5, 2, ZONE);
		const frame = dayFrame(midnight);
		const at = (hours: number) => midnight.getTime() + hours * HOUR;
		const lunch = { startAt: at(13), endAt: at(13.5), isPaid: true, kind: 'lunch' as const };
		const own = { startAt: at(9), endAt: at(17), breaks: [lunch] };
		const stays = (shifts: ScheduledShift[], nowMs: number, of: AgentRecord = agent) =>
			dayWays(frame, of, shifts, { nowMs, untilMs: nowMs + HOUR, reserved: [] })
				.filter(({ kind }) => kind === 'extended')
				.map(({ fromAt, toAt }) => (toAt - fromAt) / MINUTE);
		expect(stays([own], at(16.5))).toEqual([30, 60]);
		expect(stays([own], at(16.5), { ...agent, contract: { ...contract, maxHoursPerDay: 8.5 } })).toEqual([
			30
		]);
		// Twelve hours of rest until five in the morning.
		const early = { startAt: at(24 + 5), endAt: at(24 + 9), breaks: [] };
		expect(stays([own, early], at(16.5))).toEqual([]);
		// No notice; and an end of which too little is foreseen.
		expect([stays([own], at(16.8)), stays([own], at(16.1))]).toEqual([[], []]);
	});
});
