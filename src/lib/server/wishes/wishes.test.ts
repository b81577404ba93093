import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '#lib/contracts/requests.ts';
import { actorWithRole } from '../access/testing.ts';
import { askLeave, decideLeave } from '../leave/index.ts';
import { agentActor, openSmallCentre } from '../leave/testing.ts';
import { recordChange } from '../rosters/index.ts';
import {
	askAvailability,
	decideAvailability,
	listAvailabilities,
	ownWishes,
	readPersonTerms,
	saveWishes,
	saveWishTerms,
	withdrawAvailability
} from './index.ts';

/** A Monday. */
const NOW = Date.UTC(2026, 5, 1, 8);
const planner = actorWithRole('planner');
const [ana, ben] = [agentActor('ana'), agentActor('ben')];
const mornings = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 840 }));
let test: Awaited<ReturnType<typeof openSmallCentre>>;
beforeEach(async () => {
	test = await openSmallCentre(NOW);
});
afterEach(() => test.close());

const week = (timeZone = 'UTC', start = '2026-06-01') =>
	readPersonTerms(test.ctx, { start, days: 7, timeZone });

describe('availability', () => {
	it('that becomes less waits for consent, and the roster knows nothing of it until then', async () => {
		const { id, state } = await askAvailability(test.ctx, ana, { validFrom: '2026-06-03', ranges: mornings });
		expect(state).toBe('asked');
		expect(await week()).toEqual(new Map());
		await expect(decideAvailability(test.ctx, ana, { id, decision: 'approve' })).rejects.toThrow(
			'requests.decide'
		);
		await expect(decideAvailability(test.ctx, planner, { id, decision: 'decline' })).rejects.toThrow(
			'say why'
		);
		expect((await listAvailabilities(test.ctx, planner))[0]).toMatchObject({ name: 'ana', before: null });
		expect(await decideAvailability(test.ctx, planner, { id, decision: 'approve' })).toBe(true);
		expect(await decideAvailability(test.ctx, planner, { id, decision: 'approve' })).toBe(false);
		// Monday and Tuesday as before: at any time, also past midnight.
		expect((await week()).get('ana')!.availability).toEqual([
			...[0, 1].map((day) => ({ day, fromMinute: 0, toMinute: 2_880 })),
			...[2, 3, 4].map((day) => ({ day, fromMinute: 480, toMinute: 840 }))
		]);
	});

	it('of every whole day is less than at any time: no night shift fits into a day', async () => {
		const wholeDays = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1_440 }));
		const asked = await askAvailability(test.ctx, ana, { validFrom: '2026-06-03', ranges: wholeDays });
		expect(asked.state).toBe('asked');
		const nights = wholeDays.map((range) => ({ ...range, toMinute: 2_880 }));
		const whole = await askAvailability(test.ctx, ana, { validFrom: '2026-06-03', ranges: nights });
		expect(whole.state).toBe('approved');
	});

	it('that becomes more holds at once; one that still waits is replaced', async () => {
		const first = await askAvailability(test.ctx, ana, { validFrom: '2026-06-03', ranges: mornings });
		await askAvailability(test.ctx, ana, { validFrom: '2026-06-10', ranges: mornings });
		expect((await ownWishes(test.ctx, ana)).availabilities.map((one) => one.state)).toEqual(['asked']);
		expect(await withdrawAvailability(test.ctx, ana, first.id)).toBe(false);
		const more = await askAvailability(test.ctx, ana, { validFrom: '2026-06-03', ranges: null });
		expect(more.state).toBe('approved');
		await saveWishTerms(test.ctx, planner, { points: 10, reducingNeedsConsent: false });
		const less = await askAvailability(test.ctx, ana, {
			validFrom: '2026-06-01',
			// Two that touch are one.
			ranges: [
				{ weekday: 0, fromMinute: 600, toMinute: 720 },
				{ weekday: 0, fromMinute: 480, toMinute: 600 }
			]
		});
		expect(less.state).toBe('approved');
		expect((await ownWishes(test.ctx, ana)).holds).toEqual([{ weekday: 0, fromMinute: 480, toMinute: 720 }]);
		await expect(askAvailability(test.ctx, ana, { validFrom: '2026-05-31', ranges: null })).rejects.toThrow(
			'from today on'
		);
		expect(await withdrawAvailability(test.ctx, ben, less.id)).toBe(false);
	});
});

describe('what the roster is told', () => {
	const approve = async (input: Parameters<typeof askLeave>[2]) => {
		const { id } = await askLeave(test.ctx, ana, input);
		await decideLeave(test.ctx, planner, { id, decision: 'approve' });
	};

	it('whole days of leave are days off; hours are taken out of the availability', async () => {
		await approve({ of: 'days', kindId: 'holiday', fromDate: '2026-06-04', toDate: '2026-06-09' });
		await approve({
			...{ of: 'hours' as const, kindId: 'training', date: '2026-06-02', fromTime: '10:02', toTime: '12:00' }
		});
		const terms = (await week()).get('ana')!;
		expect(terms.daysOff).toEqual([3, 4, 5, 6]);
		// No shift of the day before reaches into them.
		expect(terms.availability!.filter(({ day }) => day === 2)).toEqual([
			{ day: 2, fromMinute: 0, toMinute: 1_440 }
		]);
		const before = (await week('UTC', '2026-05-28')).get('ana')!;
		expect(before.daysOff).toEqual([]);
		expect(before.availability!.filter(({ day }) => day === 6)).toEqual([
			{ day: 6, fromMinute: 0, toMinute: 1_440 }
		]);
		expect(terms.availability!.filter(({ day }) => day === 1)).toEqual([
			{ day: 1, fromMinute: 0, toMinute: 600 },
			{ day: 1, fromMinute: 720, toMinute: 2_880 }
		]);
		// A shift of Monday that ran over midnight would have to be over by ten.
		expect(terms.availability!.filter(({ day }) => day === 0)).toEqual([
			{ day: 0, fromMinute: 0, toMinute: 2_040 }
		]);
	});

	it('is told of a change of the day as well: to be called in on leave breaks a rule', async () => {
		await approve({ of: 'days', kindId: 'holiday', fromDate: '2026-06-03', toDate: '2026-06-03' });
		const change = (day: number) =>
			recordChange(test.ctx, planner, {
				...{ agentId: 'ana', kind: 'called' as const, reason: 'a storm' },
				...{ fromAt: Date.UTC(2026, 5, day, 10), toAt: Date.UTC(2026, 5, day, 14) }
			});
		expect((await change(2)).brokenRules).toEqual([]);
		expect((await change(3)).brokenRules).toEqual(['leave']);
	});

	it('wishes of everybody weigh the same at most', async () => {
		const wishes: Wish[] = [
			{ about: 'weekday', kind: 'avoid', weekday: 4, points: 6 },
			{ about: 'off', date: '2026-06-05', points: 4 }
		];
		await saveWishes(test.ctx, ana, wishes);
		await saveWishes(test.ctx, ben, [{ about: 'shift', kind: 'prefer', shift: 'early', points: 1 }]);
		const terms = await week();
		expect(terms.get('ana')!.wishes.map(({ share }) => share)).toEqual([0.6, 0.4]);
		expect(terms.get('ben')!.wishes).toMatchObject([{ share: 0.1 }]);
		// A smaller budget shrinks what was wished before.
		await saveWishTerms(test.ctx, planner, { points: 5, reducingNeedsConsent: true });
		expect((await week()).get('ana')!.wishes.reduce((sum, { share }) => sum + share, 0)).toBe(1);
		await expect(saveWishes(test.ctx, ana, wishes)).rejects.toThrow('they take 10 points; everybody has 5');
	});
});
