import { z } from 'zod';
import { parseContract, type Contract } from '#solver/rostering/index.ts';
import { InvalidInputError, parseInput } from '../access/index.ts';
import type { contracts } from '../db/schema/index.ts';

type ContractRow = typeof contracts.$inferSelect;
type Hours = Omit<ContractRow, 'id' | 'name' | 'rules' | 'archivedAt'>;
type Terms = Hours & Partial<Pick<ContractRow, 'rules'>>;

/** Of people without a contract; beside the hours a week also of those that are made for hours alone. */
export const USUAL_HOURS: Hours = {
	minHoursPerWeek: 0,
	maxHoursPerWeek: 40,
	maxHoursPerDay: 9,
	minRestHours: 12,
	maxConsecutiveDays: 6,
	minDaysOffPerWeek: 1
};

/** What a person says of a contract: its name, and its terms as the roster engine reads them. */
const Fields = z.object({
	name: z.string().trim().min(1).max(120),
	terms: z.record(z.string(), z.unknown())
});
export type ContractFields = z.input<typeof Fields>;

/** Rules that the engine's contract always has, as they hold nobody back. */
const FREE = { minConsecutiveDays: 1, minConsecutiveDaysOff: 1, maxWeekends: null };

/** The engine's contract that a row of the table stands for; null: of people without one. */
export function termsOf(contract: Terms | null): Contract {
	const row: Terms = contract ?? USUAL_HOURS;
	return {
		minHoursPerWeek: row.minHoursPerWeek,
		maxHoursPerWeek: row.maxHoursPerWeek,
		maxHoursPerDay: row.maxHoursPerDay,
		minRestHours: row.minRestHours,
		maxConsecutiveDays: row.maxConsecutiveDays,
		minDaysOffPerWeek: row.minDaysOffPerWeek,
		...FREE,
		...row.rules
	};
}

/**
 * The columns of a contract as it is to be.
 *
 * @throws InvalidInputError in the engine's words where the terms can't be read, or not be kept together
 */
export function parseContractFields(
	action: string,
	input: ContractFields
): Hours & Pick<ContractRow, 'name' | 'rules'> {
	const { name, terms } = parseInput(action, Fields, input);
	const read = readTerms(action, terms);
	const { minHoursPerWeek, maxHoursPerWeek, maxHoursPerDay, minRestHours, ...others } = read;
	const { maxConsecutiveDays, minDaysOffPerWeek, ...all } = others;
	const rules = Object.fromEntries(
		Object.entries(all).filter(([field, value]) => value !== FREE[field as keyof typeof FREE])
	) as ContractRow['rules'];
	return {
		...{ name, minHoursPerWeek, maxHoursPerWeek, maxHoursPerDay, minRestHours },
		...{ maxConsecutiveDays, minDaysOffPerWeek, rules }
	};
}

function readTerms(action: string, terms: unknown): Contract {
	try {
		// Sequences name kinds of shift: which shifts there are is told only by each roster.
		return parseContract(terms, 'contract', []);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new InvalidInputError(error.message.replace(/^[^:]*:/, `${action}:`));
	}
}
