import { TZDate } from '@date-fns/tz';
import { describe, expect, it } from 'vitest';
import type { AgentRecord } from '../agents/index.ts';
import { dayFrame, type ScheduledShift } from '../rosters/index.ts';
import { leaveWays } from './leave-ways.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'Europe/Madrid';
const contract = {
	...{ id: 'c', name: 'C', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
	...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 },
	...{ rules: {}, archivedAt: null }
};
const ana: AgentRecord = { id: 'ana', name: 'Ana', teamId: null, isDemo: false, skills: [], contract };
const midnight = new TZDate(2026, 5, 2, ZONE);
const frame = dayFrame(midnight);
const at = (hour: number) => midnight.getTime() + hour * HOUR;
const part = (from: number, to: number, kind: 'break' | 'lunch' | 'meeting' = 'break', isPaid = true) => ({
	startAt: at(from),
	endAt: at(to),
	isPaid,
	kind
});
const shift = (over: Partial<ScheduledShift> = {}): ScheduledShift => ({
	...{ startAt: at(9), endAt: at(17), breaks: [part(11, 11.25)], ...over }
});
const ways = (
	over: {
		agent?: AgentRecord;
		shift?: ScheduledShift;
		now?: number;
		until?: number;
		reserved?: [number, number];
	} = {}
) => {
	const [nowMs, reserved] = [at(over.now ?? 14.6), over.reserved];
	return leaveWays(frame, over.agent ?? ana, [over.shift ?? shift()], {
		nowMs,
		untilMs: at(over.until ?? (over.now ?? 14.6) + 1),
		reserved: reserved ? [{ agentId: 'ana', startAt: at(reserved[0]), endAt: at(reserved[1]) }] : [],
		timeZone: ZONE
	}).map(({ fromAt, toAt }) => [(fromAt - midnight.getTime()) / HOUR, (toAt - midnight.getTime()) / HOUR]);
};

describe('leaveWays()', () => {
	it('are quarters of an hour from two hours before the end on, with notice, within what is foreseen', () => {
		// At 14:36: from 15:00 on, and before 15:36.
		expect(ways()).toEqual([[15, 17], [15.25, 17], [15.5, 17]]); // prettier-ignore
		expect(ways({ now: 15.9, until: 16.9 })).toEqual([[16.25, 17], [16.5, 17], [16.75, 17]]); // prettier-ignore
		expect(ways({ now: 13 })).toEqual([]);
		// Four hours stay.
		expect(ways({ shift: shift({ startAt: at(11.25), breaks: [] }) })).toEqual([[15.25, 17], [15.5, 17]]); // prettier-ignore
	});

	it('leave breaks whole, and cut no meeting and nothing that is reserved', () => {
		expect(ways({ shift: shift({ breaks: [part(15, 15.25)] }) })).toEqual([[15, 17], [15.5, 17]]); // prettier-ignore
		expect(ways({ shift: shift({ breaks: [part(16, 16.5, 'meeting')] }) })).toEqual([]);
		expect(ways({ reserved: [15.1, 15.35] })).toEqual([[15.5, 17]]);
	});

	it('are none without a contract, nor under its least hours', () => {
		expect(ways({ agent: { ...ana, contract: null } })).toEqual([]);
		const least = (minHoursPerWeek: number) => ({ ...ana, contract: { ...contract, minHoursPerWeek } });
		expect(ways({ agent: least(8) })).toEqual([]);
		expect(ways({ agent: least(6.5) })).toEqual([[15.5, 17]]);
		const unpaid = shift({ breaks: [part(12, 12.5, 'lunch', false)] });
		expect(ways({ agent: least(6.5), shift: unpaid })).toEqual([]);
	});

	it('of a night into Monday leave the least hours of the week in which it began', () => {
		const monday = new TZDate(2026, 5, 1, ZONE);
		const hours = (count: number) => monday.getTime() + count * HOUR;
		const night = (from: number) => ({ startAt: hours(from), endAt: hours(from + 8), breaks: [] });
		const found = (minHoursPerWeek: number) =>
			leaveWays(
				dayFrame(monday),
				{ ...ana, contract: { ...contract, minHoursPerWeek } },
				[night(-2), night(22)],
				{ nowMs: hours(4.6), untilMs: hours(5.6), reserved: [], timeZone: ZONE }
			).map(({ fromAt }) => (fromAt - monday.getTime()) / HOUR);
		expect(found(7.5)).toEqual([5.5]);
		expect(found(8)).toEqual([]);
	});

	it('are told by the clock of the day on which it changes', () => {
		const night = new TZDate(2026, 9, 25, ZONE);
		const hours = (count: number) => night.getTime() + count * HOUR;
		const own = { startAt: hours(0), endAt: hours(8), breaks: [] };
		const found = leaveWays(dayFrame(night), ana, [own], {
			...{ nowMs: hours(6.5), untilMs: hours(7.5), reserved: [], timeZone: ZONE }
		});
		expect(found.map(({ fromAt }) => (fromAt - night.getTime()) / HOUR)).toEqual([6.75, 7, 7.25]);
	});
});
