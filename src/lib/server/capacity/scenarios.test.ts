import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { copyScenario } from './copy-scenario.ts';
import { createScenarios } from './create-scenarios.ts';
import { planOf } from './plan-of.ts';
import { compareScenarios, findScenario, listScenarios } from './read-scenarios.ts';
import { removeScenario } from './remove-scenario.ts';
import { restoreScenario } from './restore-scenario.ts';
import { suggestHiring } from './suggest-hiring.ts';
import { smallScenario } from './testing/small-scenario.ts';
import { updateScenario } from './update-scenario.ts';

const planner = actorWithRole('planner');
const supervisor = actorWithRole('supervisor');
const input = smallScenario();

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => (test = await openTestContext()));
afterEach(() => test.close());
const create = async (name = 'as it is') => {
	const [id] = await createScenarios(test.ctx, planner, [{ name, input }]);
	return id!;
};

describe('capacity scenarios', () => {
	it('are kept as given, listed in order, changed, copied, and the record says so', async () => {
		const id = await create();
		const grown = { ...input, changes: { ...input.changes, growth: { rate: 0.1, per: 'year' as const } } };
		expect(await updateScenario(test.ctx, planner, id, { name: ' grown ', input: grown })).toBe(true);
		expect(await findScenario(test.ctx, planner, id)).toMatchObject({ name: 'grown', input: grown });
		test.clock.at += 60_000;
		const copyId = await copyScenario(test.ctx, planner, { id, name: 'grown, copy' });
		expect(await listScenarios(test.ctx, planner)).toMatchObject([
			{ id, name: 'grown', firstMonth: '2027-01', monthCount: 3, families: 1 },
			{ id: copyId, name: 'grown, copy' }
		]);
		expect(await test.audited()).toEqual(['capacity.create', 'capacity.update', 'capacity.create']);
	});

	it('come back as they were when a removal is undone, once', async () => {
		const id = await create();
		const before = await findScenario(test.ctx, planner, id);
		expect(await restoreScenario(test.ctx, planner, id)).toBe(false);
		expect(await removeScenario(test.ctx, planner, id)).toBe(true);
		expect(await findScenario(test.ctx, planner, id)).toBeNull();
		expect(await removeScenario(test.ctx, planner, id)).toBe(false);
		expect(await restoreScenario(test.ctx, planner, id)).toBe(true);
		expect(await findScenario(test.ctx, planner, id)).toEqual(before);
		expect(await restoreScenario(test.ctx, planner, id)).toBe(false);
		expect(await test.audited()).toEqual(['capacity.create', 'capacity.remove', 'capacity.restore']);
	});

	it('are compared in the order asked for, without those that are gone', async () => {
		const [a, b] = [await create('a'), await create('b')];
		const compared = await compareScenarios(test.ctx, planner, [b, 'gone', a, b]);
		expect(compared.map(({ name }) => name)).toEqual(['b', 'a']);
		expect(compared[0]!.plan.months).toHaveLength(3);
		expect(compared[0]!.plan.months[0]!.offered).toBeCloseTo(6_000 * 0.8, 6);
	});

	it('are refused with the field and what was wanted', async () => {
		const refused = (change: object) =>
			expect(createScenarios(test.ctx, planner, [{ name: 'x', input: { ...input, ...change } }])).rejects;
		await refused({ people: { ...input.people, shrinkage: 30 } }).toThrow(InvalidInputError);
		await refused({ people: { ...input.people, classes: [{ month: 7, heads: 2 }] } }).toThrow(
			/people\.classes\[0\]\.month "7" must be a number from 0 to 2/
		);
		await refused({ monthCount: 4 }).toThrow(/contactsByMonth\.length "3" must be 4, one a month/);
		await refused({ currency: 'euros' }).toThrow(/currency: a currency of three letters/);
		await expect(createScenarios(test.ctx, planner, [{ name: ' ', input }])).rejects.toThrow(/name/);
		expect(await test.audited()).toEqual([]);
	});

	it('are changed by those who may, and seen by no one else', async () => {
		const id = await create();
		const writes = [
			createScenarios(test.ctx, supervisor, [{ name: 'x', input }]),
			updateScenario(test.ctx, supervisor, id, { name: 'x', input }),
			copyScenario(test.ctx, supervisor, { id, name: 'x' }),
			removeScenario(test.ctx, supervisor, id),
			restoreScenario(test.ctx, supervisor, id),
			listScenarios(test.ctx, supervisor),
			findScenario(test.ctx, supervisor, id),
			compareScenarios(test.ctx, supervisor, [id]),
			suggestHiring(supervisor, { input, goal: 'fewest-hires', withOvertime: false })
		];
		for (const write of writes) await expect(write).rejects.toThrow(ForbiddenError);
		expect(await listScenarios(test.ctx, planner)).toHaveLength(1);
	});
});

describe('planOf()', () => {
	it('computes the same numbers once', () => {
		const one = planOf(smallScenario());
		expect(planOf({ ...smallScenario(), currency: 'USD' })).toBe(one);
		expect(planOf({ ...smallScenario(), maxOccupancy: 0.8 })).not.toBe(one);
	});
});

describe('suggestHiring()', () => {
	it('closes the months of a scenario that is not saved', async () => {
		const found = await suggestHiring(planner, {
			input: { ...smallScenario(12), firstMonth: '2027-01' },
			goal: 'fewest-hires',
			withOvertime: true
		});
		expect(found.hires).toBeGreaterThan(0);
		expect(found.plan.months.at(-1)!.shortFte).toBe(0);
	});
});
