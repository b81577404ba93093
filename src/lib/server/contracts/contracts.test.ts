import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { importAgents, listAgents } from '../agents/index.ts';
import {
	archiveContract,
	assignContract,
	changeContract,
	createContract,
	listContracts,
	restoreContract,
	termsOf
} from './index.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => void (test = await openTestContext()));
afterEach(() => test.close());

const planner = actorWithRole('planner');
const hours = { minHoursPerWeek: 20, maxHoursPerWeek: 40, maxHoursPerDay: 9, minRestHours: 12 };
const terms = { ...hours, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 };
const nights = {
	...terms,
	wholeWeekends: true,
	maxConsecutiveNights: 3,
	night: { from: '22:00', to: '06:00', minHours: 3 },
	kinds: [{ id: 'early', from: '05:00', to: '09:00' }],
	sequences: [{ after: ['night'], never: ['early'] }],
	hoursPerPeriod: [{ weeks: 4, minHours: 120, maxHours: 160 }]
};
const people = 'agent,name,min_hours_per_week,max_hours_per_week\nana,Ana,20,40\nben,Ben,20,40\n';

it('a contract is made, changed, put on people, archived and taken back, each audited', async () => {
	const { ctx } = test;
	await importAgents(ctx, planner, people);
	const { id } = await createContract(ctx, planner, { name: ' Nights ', terms });
	await changeContract(ctx, planner, id, { name: 'Nights', terms: nights });
	expect(await assignContract(ctx, planner, { contractId: id, agentIds: ['ana', 'ben', 'ana'] })).toEqual({
		moved: 2,
		name: 'Nights'
	});
	const [agent] = await listAgents(ctx);
	expect(termsOf(agent!.contract!)).toMatchObject({
		...hours,
		wholeWeekends: true,
		maxConsecutiveNights: 3,
		night: { fromMinute: 1320, toMinute: 360, minHours: 3 },
		hoursPerPeriod: [{ weeks: 4, minHours: 120, maxHours: 160 }]
	});
	const { contracts, without } = await listContracts(ctx, planner);
	expect(contracts.find((one) => one.id === id)).toMatchObject({
		name: 'Nights',
		agents: [{ id: 'ana' }, { id: 'ben' }],
		archivedAt: null
	});
	expect(without).toEqual([]);
	await expect(archiveContract(ctx, planner, id)).rejects.toThrow(
		'2 agents are on "Nights"; put them on another'
	);
	await assignContract(ctx, planner, { contractId: null, agentIds: ['ana', 'ben'] });
	expect(await assignContract(ctx, planner, { contractId: null, agentIds: ['ana'] })).toMatchObject({
		moved: 0
	});
	await archiveContract(ctx, planner, id);
	await expect(changeContract(ctx, planner, id, { name: 'Nights', terms })).rejects.toThrow('is archived');
	await expect(assignContract(ctx, planner, { contractId: id, agentIds: ['ana'] })).rejects.toThrow(
		'is archived'
	);
	await restoreContract(ctx, planner, id);
	expect(await test.audited()).toEqual([
		...['agents.import', 'contract.create', 'contract.update', 'contract.assign', 'contract.assign'],
		...['contract.archive', 'contract.restore']
	]);
});

it.each<[string, Record<string, unknown>, RegExp]>([
	[
		'hours that contradict',
		{ minHoursPerWeek: 50 },
		/^Making a contract: contract\.minHoursPerWeek is 50; wanted no more than maxHoursPerWeek/
	],
	['a rule that is none', { weekends: 2 }, /contract\.weekends is 2; wanted no such field/],
	[
		'more nights than days',
		{ minConsecutiveNights: 4, maxConsecutiveNights: 3 },
		/minConsecutiveNights is 4; wanted no more/
	],
	[
		'an unknown kind',
		{ sequences: [{ after: 'late', never: 'early' }] },
		/sequences\[0\]\.after\[0\] is "late"/
	],
	[
		'a period beyond the weeks',
		{ hoursPerPeriod: [{ weeks: 2, minHours: 90 }] },
		/minHours is 90; wanted no more than 2 weeks of maxHoursPerWeek \(80\)/
	],
	[
		'a day that ends before it begins',
		{ minors: { from: '10:00', to: '08:00' } },
		/minors\.toMinute is 480; wanted a time after/
	]
])('createContract() refuses %s in words', async (_, change, words) => {
	await expect(
		createContract(test.ctx, planner, { name: 'x', terms: { ...terms, ...change } })
	).rejects.toThrow(words);
	expect(await test.audited()).toEqual([]);
});

it('refuses a name that is taken, an empty one, and what is unknown', async () => {
	const { ctx } = test;
	const { id } = await createContract(ctx, planner, { name: 'Full time', terms });
	await expect(createContract(ctx, planner, { name: 'Full time', terms })).rejects.toThrow(
		'there is a contract "Full time" already'
	);
	await expect(createContract(ctx, planner, { name: '  ', terms })).rejects.toThrow('name');
	await changeContract(ctx, planner, id, { name: 'Full time', terms });
	for (const attempt of [
		() => changeContract(ctx, planner, 'none', { name: 'x', terms }),
		() => archiveContract(ctx, planner, 'none'),
		() => restoreContract(ctx, planner, 'none'),
		() => assignContract(ctx, planner, { contractId: 'none', agentIds: ['ana'] }),
		() => assignContract(ctx, planner, { contractId: id, agentIds: ['nobody'] })
	])
		await expect(attempt()).rejects.toThrow(/there is no (contract "none"|agent "nobody")/);
});

it('nobody without the right reads or changes contracts', async () => {
	const { ctx } = test;
	const { id } = await createContract(ctx, planner, { name: 'Full time', terms });
	const supervisor = actorWithRole('supervisor');
	expect((await listContracts(ctx, supervisor)).contracts).toHaveLength(1);
	for (const attempt of [
		() => createContract(ctx, supervisor, { name: 'x', terms }),
		() => changeContract(ctx, supervisor, id, { name: 'x', terms }),
		() => archiveContract(ctx, supervisor, id),
		() => restoreContract(ctx, supervisor, id),
		() => assignContract(ctx, supervisor, { contractId: id, agentIds: ['ana'] }),
		() => listContracts(ctx, actorWithRole('agent')),
		() => listContracts(ctx, null)
	])
		await expect(attempt()).rejects.toMatchObject({ status: 403 });
});

it('importing people leaves a contract of the same hours, and none that was changed is taken for what it was', async () => {
	const { ctx } = test;
	await importAgents(ctx, planner, people);
	const { id } = await createContract(ctx, planner, { name: 'Nights', terms: nights });
	await assignContract(ctx, planner, { contractId: id, agentIds: ['ana'] });
	await changeContract(ctx, planner, 'hours-20-40', {
		name: 'Longer',
		terms: { ...terms, maxHoursPerWeek: 48 }
	});
	await importAgents(ctx, planner, people + 'eva,Eva,20,40\n');
	const of = new Map((await listAgents(ctx)).map((agent) => [agent.id, agent.contract!]));
	expect(of.get('ana')!.id).toBe(id);
	expect(of.get('ben')).toMatchObject({ minHoursPerWeek: 20, maxHoursPerWeek: 40 });
	expect(of.get('eva')!.id).toBe(of.get('ben')!.id);
	expect(of.get('eva')!.id).not.toBe('hours-20-40');
});
