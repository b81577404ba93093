import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, agentSkills, contracts, queues, sites, skills } from '../db/schema/index.ts';
import { listChanges, listScheduled, recordChange, takeBackChange } from './index.ts';
import { insertPlan, publishRoster } from './testing.ts';

const HOUR = 3_600_000;
/** Tuesday. */
const START = Date.UTC(2026, 5, 2, 8);
const END = START + 8 * HOUR;
const training = {
	startAt: START + 4 * HOUR,
	endAt: START + 5 * HOUR,
	isPaid: true,
	kind: 'training' as const
};
const pause = { startAt: START + 2 * HOUR, endAt: START + 2.25 * HOUR, isPaid: true };
const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	await orm.insert(skills).values({ id: 'calls', name: 'Calls' });
	await orm.insert(contracts).values({
		id: 'c',
		name: 'C',
		minHoursPerWeek: 8,
		maxHoursPerWeek: 40,
		maxHoursPerDay: 9,
		minRestHours: 12,
		maxConsecutiveDays: 6,
		minDaysOffPerWeek: 1
	});
	await orm
		.insert(agents)
		.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', contractId: 'c', name: id, createdAt: 0 })));
	await orm.insert(agentSkills).values(['ana', 'ben'].map((agentId) => ({ agentId, skillId: 'calls' })));
	await orm.insert(queues).values({
		id: 'billing',
		siteId: 'main',
		name: 'Billing',
		channel: 'voice',
		skillId: 'calls',
		createdAt: 0
	});
	const span = { fromAt: START, toAt: END };
	await insertPlan(test.ctx, span, {
		queueId: 'billing',
		startAt: START,
		intervalSeconds: 1800,
		agents: Array.from({ length: 16 }, () => 2),
		agentsWithShrinkage: 2
	});
	await publishRoster(test.ctx, span, ['ana', 'ben'], {
		startAt: START,
		endAt: END,
		breaksOf: () => [pause, training]
	});
});
afterEach(() => test.close());

const change = (
	kind: 'absent' | 'late' | 'leaves' | 'cancelled' | 'moved' | 'extended' | 'called',
	fromAt: number,
	toAt: number,
	movedTo: number | null = null
) => recordChange(test.ctx, supervisor, { agentId: 'ana', kind, fromAt, toAt, movedTo, reason: 'ill' });
const own = async () => (await listScheduled(test.ctx, supervisor, { fromMs: START, toMs: END })).ana ?? [];

it('an absence takes the shift out, says what is missing now, and can be taken back; both are audited', async () => {
	const { changeId, shortHours, underHours } = await change('absent', START, END);
	// Two are needed all day; with both there, a break and a training of each were missing.
	expect(shortHours).toEqual({ before: 2.5, after: 9.25 });
	expect(underHours).toEqual({ hours: 0, leastHours: 8 });
	expect(await own()).toEqual([]);
	expect(await listChanges(test.ctx, supervisor, { fromMs: START, toMs: END })).toMatchObject([
		{ id: changeId, name: 'ana', kind: 'absent', reason: 'ill' }
	]);
	expect(await takeBackChange(test.ctx, supervisor, changeId)).toBe(true);
	expect(await takeBackChange(test.ctx, supervisor, changeId)).toBe(false);
	expect(await own()).toMatchObject([{ startAt: START, endAt: END }]);
	expect(await test.audited()).toEqual(['schedule.change', 'schedule.restore']);
});

it('lateness, leaving, a cancelled and a moved part change the schedule and its cover', async () => {
	expect((await change('cancelled', training.startAt, training.endAt)).shortHours).toEqual({
		before: 2,
		after: 1
	});
	expect((await change('moved', pause.startAt, pause.endAt, START + 6 * HOUR)).shortHours).toMatchObject({
		after: 1.5
	});
	await change('late', START, START + HOUR);
	await change('leaves', END - HOUR, END);
	expect(await own()).toEqual([
		{
			startAt: START + HOUR,
			endAt: END - HOUR,
			breaks: [{ startAt: START + 6 * HOUR, endAt: START + 6.25 * HOUR, isPaid: true }]
		}
	]);
});

it('what cannot be is refused, with the reason', async () => {
	await expect(change('absent', END, END + HOUR)).rejects.toThrow('no shift is scheduled then');
	await expect(change('absent', END, START)).rejects.toThrow('its end must come after its start');
	await expect(change('late', START + HOUR, START + 2 * HOUR)).rejects.toThrow('who comes late');
	await expect(change('leaves', START, END)).rejects.toThrow('who leaves early');
	await expect(change('cancelled', pause.startAt, pause.endAt)).rejects.toThrow('people are owed it');
	await expect(change('cancelled', START, END)).rejects.toThrow('load the page again');
	await expect(change('moved', pause.startAt, pause.endAt)).rejects.toThrow('say when');
	await expect(change('moved', pause.startAt, pause.endAt, training.startAt)).rejects.toThrow(
		'something else is planned'
	);
	await expect(change('moved', pause.startAt, pause.endAt, END)).rejects.toThrow('within the shift');
	const input = { agentId: 'ana', kind: 'absent' as const, fromAt: START, toAt: END, reason: 'ill' };
	await expect(recordChange(test.ctx, actorWithRole('agent'), input)).rejects.toThrow('schedule.change');
	await expect(takeBackChange(test.ctx, actorWithRole('agent'), 'x')).rejects.toThrow('schedule.change');
	await expect(recordChange(test.ctx, supervisor, { ...input, agentId: 'zoe' })).rejects.toThrow('"zoe"');
	await expect(recordChange(test.ctx, supervisor, { ...input, reason: '' })).rejects.toThrow('say why');
	expect(await test.audited()).toEqual([]);
});

it('a longer shift and one more change cover, and say which rules they break', async () => {
	expect(await change('extended', END, END + HOUR)).toMatchObject({ brokenRules: [] });
	// Nine paid hours are the most of a day.
	expect(await change('extended', END + HOUR, END + 2 * HOUR)).toMatchObject({
		brokenRules: ['hours-per-day']
	});
	expect(await own()).toMatchObject([{ startAt: START, endAt: END + 2 * HOUR }]);
	// Six o'clock of the next morning.
	expect(await change('called', START + 22 * HOUR, START + 26 * HOUR)).toMatchObject({
		brokenRules: []
	});
	const night = { fromMs: END, toMs: START + 30 * HOUR };
	expect((await listScheduled(test.ctx, supervisor, night)).ana).toMatchObject([
		{ startAt: START, endAt: END + 2 * HOUR },
		{ startAt: START + 22 * HOUR, endAt: START + 26 * HOUR, breaks: [] }
	]);
	await expect(change('extended', END, END + HOUR)).rejects.toThrow('a shift is scheduled then already');
	await expect(change('extended', END + 3 * HOUR, END + 4 * HOUR)).rejects.toThrow('no shift ends then');
	await expect(change('called', START + HOUR, START + 2 * HOUR)).rejects.toThrow('a shift is scheduled');
});

it('tells the rule that too little rest breaks', async () => {
	await change('extended', END, END + 4 * HOUR);
	expect(await change('called', START + 22 * HOUR, START + 26 * HOUR)).toMatchObject({
		brokenRules: ['rest-between-shifts']
	});
});
