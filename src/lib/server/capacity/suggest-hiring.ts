import { z } from 'zod';
import { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { hiringPlan, type HiringPlan } from '#solver/capacity/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor } from '../context.ts';

const Wanted = z.object({
	input: CapacityScenarioInput,
	goal: z.enum(['fewest-hires', 'least-cost', 'worth-it']),
	withOvertime: z.boolean()
});
export type HiringWish = z.infer<typeof Wanted>;

/** Which classes would close the months of a scenario, saved or not; nothing is kept. */
export async function suggestHiring(actor: Actor, wish: HiringWish): Promise<HiringPlan> {
	requireRight(actor, 'capacity.view');
	const { input, goal, withOvertime } = parseInput('Suggesting a hiring plan', Wanted, wish);
	try {
		return await hiringPlan(input, { largestClass: input.largestClass, goal, withOvertime });
	} catch (error) {
		if (error instanceof RangeError) throw new InvalidInputError(error.message);
		throw error;
	}
}
