import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentActor } from '../access/testing.ts';
import { publishRoster, takeBackRoster } from '../publishing/index.ts';
import { at, insertDraft, openPublishing, PLANNER } from '../publishing/testing.ts';
import { storeChange, takeBackChange } from '../rosters/index.ts';
import { makeCalendarLink, readCalendar, rosterCalendar } from './index.ts';

let test: Awaited<ReturnType<typeof openPublishing>>;
let secret: string;
beforeEach(async () => {
	test = await openPublishing();
	await insertDraft(test.ctx, 'first', { ana: [9, 9, 9] });
	await insertDraft(test.ctx, 'second', { ana: [9, 10, null, 14] });
	({ secret } = await makeCalendarLink(test.ctx, agentActor('ana')));
});
afterEach(() => test.close());

const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

/** Start, number and last change of each event, by its id, as another program reads them. */
async function feed() {
	const events = eventsOf((await readCalendar(test.ctx, secret))!);
	return Object.fromEntries(
		events.map((part) => {
			const event = new ICAL.Event(part);
			const modified = part.getFirstPropertyValue('last-modified') as ICAL.Time | null;
			return [
				event.uid,
				{
					startAt: event.startDate.toJSDate().getTime(),
					sequence: Number(part.getFirstPropertyValue('sequence')),
					modifiedAt: modified?.toJSDate().getTime()
				}
			];
		})
	);
}

it('readCalendar() follows publications: ids stay with the day, numbers rise with what changed, what is off is gone', async () => {
	await publishRoster(test.ctx, PLANNER, 'first');
	const before = await feed();
	expect(Object.keys(before)).toEqual([
		'shift-2026-12-07@marea',
		'shift-2026-12-08@marea',
		'shift-2026-12-09@marea'
	]);
	test.clock.at += 60_000;
	await publishRoster(test.ctx, PLANNER, 'second');
	const after = await feed();
	expect(after['shift-2026-12-07@marea']).toEqual(before['shift-2026-12-07@marea']);
	const tuesday = before['shift-2026-12-08@marea']!;
	expect(after['shift-2026-12-08@marea']).toEqual({
		startAt: at(1, 10),
		sequence: tuesday.sequence + 1,
		modifiedAt: Math.floor(test.clock.at / 1000) * 1000
	});
	expect(tuesday.startAt).toBe(at(1, 9));
	expect(Object.keys(after)).toEqual([
		'shift-2026-12-07@marea',
		'shift-2026-12-08@marea',
		'shift-2026-12-10@marea'
	]);
	test.clock.at += 60_000;
	await takeBackRoster(test.ctx, PLANNER, 'second');
	const back = await feed();
	expect(back['shift-2026-12-08@marea']).toMatchObject({ startAt: at(1, 9), sequence: tuesday.sequence + 2 });
	// Off and back again: higher than it was before it went.
	expect(back['shift-2026-12-09@marea']!.sequence).toBe(before['shift-2026-12-09@marea']!.sequence + 2);
	expect(back['shift-2026-12-10@marea']).toBeUndefined();
});

it('a change of the day raises the number, and taking it back does again', async () => {
	await publishRoster(test.ctx, PLANNER, 'first');
	const { sequence } = (await feed())['shift-2026-12-07@marea']!;
	const change = { kind: 'leaves' as const, fromAt: at(0, 15), toAt: at(0, 17), reason: 'asked' };
	const id = await storeChange(test.ctx, PLANNER, { agentId: 'ana', ...change });
	expect((await feed())['shift-2026-12-07@marea']!.sequence).toBe(sequence + 1);
	await takeBackChange(test.ctx, PLANNER, id);
	expect((await feed())['shift-2026-12-07@marea']!.sequence).toBe(sequence + 2);
	expect((await feed())['shift-2026-12-08@marea']!.sequence).toBe(sequence);
});

it('a change after midnight raises the number of the night shift that it is of', async () => {
	await insertDraft(test.ctx, 'night', { ana: [22] });
	await publishRoster(test.ctx, PLANNER, 'night');
	const { sequence } = (await feed())['shift-2026-12-07@marea']!;
	const change = { kind: 'leaves' as const, fromAt: at(1, 4), toAt: at(1, 6), reason: 'asked' };
	await storeChange(test.ctx, PLANNER, { agentId: 'ana', ...change });
	expect((await feed())['shift-2026-12-07@marea']!.sequence).toBe(sequence + 1);
});

it('rosterCalendar() names no event as another person’s, another roster’s or a private calendar’s is', async () => {
	await insertDraft(test.ctx, 'third', { ana: [9], ben: [9] });
	await publishRoster(test.ctx, PLANNER, 'first');
	const files = await Promise.all(
		[
			['third', 'ana'],
			['third', 'ben'],
			['first', 'ana']
		].map(async ([roster, agent]) => (await rosterCalendar(test.ctx, PLANNER, roster!, agent!, 'en'))!)
	);
	const uids = files.flatMap((text) => eventsOf(text).map((part) => new ICAL.Event(part).uid));
	uids.push(...Object.keys(await feed()));
	expect(uids).toHaveLength(1 + 1 + 3 + 3);
	expect(new Set(uids).size).toBe(uids.length);
	expect(await rosterCalendar(test.ctx, PLANNER, 'third', 'eva', 'en')).toBeNull();
	await expect(rosterCalendar(test.ctx, agentActor('ana'), 'third', 'ana', 'en')).rejects.toThrow();
});
