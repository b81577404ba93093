import { z } from 'zod';
import { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { capacityPlan } from '#solver/capacity/index.ts';
import { InvalidInputError, parseInput } from '../access/index.ts';

const ScenarioFields = z.object({ name: z.string().trim().min(1).max(120), input: CapacityScenarioInput });
export type ScenarioFields = z.infer<typeof ScenarioFields>;

/** A scenario whose shape and whose numbers the solver takes too. */
export function parseScenario(action: string, given: unknown): ScenarioFields {
	const fields = parseInput(action, ScenarioFields, given);
	try {
		// A month without contacts asks the same questions of everything else, and costs nothing.
		const { families } = fields.input;
		const empty = families.map((family) => ({
			...family,
			contactsByMonth: family.contactsByMonth.map(() => 0)
		}));
		capacityPlan({ ...fields.input, families: empty });
	} catch (error) {
		if (error instanceof RangeError) throw new InvalidInputError(`${action}: ${error.message}`);
		throw error;
	}
	return fields;
}
