import { demoScenario, type Scenario } from '#solver/simulation/index.ts';
import type { Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';

/** The demo's scenario by the clock of its site, once that is set up. */
export async function scenarioHere({ db }: Context): Promise<Scenario> {
	const scenario = demoScenario();
	const [site] = await db.orm.select().from(sites);
	return site ? { ...scenario, site: { ...scenario.site, timeZone: site.timeZone } } : scenario;
}
