import { describe, expect, it } from 'vitest';
import { findSlots } from './find-slots.ts';
import {
	HOUR,
	MONDAY,
	supervisor,
	test,
	planned,
	rosterOfMonday,
	useSessionCentre
} from './testing-sessions.ts';

useSessionCentre();

describe('findSlots()', () => {
	const question = { agentId: 'ana', coachId: 'coach', minutes: 60, fromDate: '2026-03-02', days: 1 };

	it('offers what the roster and the requirement leave: on shift, no break, a person to spare', async () => {
		// Two work and two are needed until 14:00, one from then on.
		await rosterOfMonday(2);
		const found = await findSlots(test.ctx, supervisor, question);
		expect(found).toMatchObject({ isRosterKnown: true, isRequirementKnown: true });
		expect(found.slots.map(({ startAt, margin }) => [(startAt - MONDAY) / HOUR, margin])).toEqual([
			[14, 1],
			[16, 1]
		]);
		// Somebody else's session takes the one to spare.
		await planned({
			agentId: 'ben',
			coachId: 'coach-2',
			startAt: MONDAY + 14 * HOUR,
			endAt: MONDAY + 15 * HOUR
		});
		const later = await findSlots(test.ctx, supervisor, question);
		expect(later.slots.map(({ startAt }) => (startAt - MONDAY) / HOUR)).toEqual([15]);
	});

	it('says that no requirement is known, and keeps clear of breaks and of both people’s sessions', async () => {
		await rosterOfMonday(null);
		await planned({ agentId: 'cat', startAt: MONDAY + 8.5 * HOUR, endAt: MONDAY + 9 * HOUR }).catch(
			() => null
		);
		await planned({ agentId: 'ben', startAt: MONDAY + 9 * HOUR, endAt: MONDAY + 10 * HOUR });
		const found = await findSlots(test.ctx, supervisor, question);
		expect(found).toMatchObject({ isRosterKnown: true, isRequirementKnown: false });
		expect(found.slots.map(({ startAt, margin }) => [(startAt - MONDAY) / HOUR, margin])).toEqual([
			[10, null],
			[13, null],
			[15, null]
		]);
	});

	it('offers opening hours where no roster is published, from now on', async () => {
		const found = await findSlots(test.ctx, supervisor, { ...question, days: 2 });
		expect(found).toMatchObject({ isRosterKnown: false, isRequirementKnown: false });
		expect(found.slots).toHaveLength(6);
		expect(found.slots[0]).toMatchObject({
			startAt: MONDAY + 9 * HOUR,
			basis: 'opening-hours',
			margin: null
		});
	});
});
