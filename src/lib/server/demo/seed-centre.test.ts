import { afterEach, beforeEach, expect, it } from 'vitest';
import { InvalidInputError } from '../access/index.ts';
import { openTestContext } from '../access/testing.ts';
import { scenarioHere } from './scenario-here.ts';
import { seedCentre } from './seed-centre.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => (test = await openTestContext()));
afterEach(() => test.close());

const zoneHere = async () => (await scenarioHere(test.ctx)).site.timeZone;

it('is set up by the clock that is asked for, and keeps it when it starts again without', async () => {
	await seedCentre(test.ctx, 'America/Bogota');
	expect(await zoneHere()).toBe('America/Bogota');
	await seedCentre(test.ctx);
	expect(await zoneHere()).toBe('America/Bogota');
});

it('is where the scenario has it unless told otherwise', async () => {
	await seedCentre(test.ctx, '');
	expect(await zoneHere()).toBe('Europe/Madrid');
});

it('refuses a zone that is none', async () => {
	await expect(seedCentre(test.ctx, 'Mars/Olympus')).rejects.toThrow(InvalidInputError);
	expect(await zoneHere()).toBe('Europe/Madrid');
});
