import {
	parseProblem,
	solvePlainRoster,
	validateRoster,
	type RosterResult
} from '#solver/rostering/index.ts';
import { generatedCentre, type CentreSize } from '../../support/generated-centre.ts';
import { sideBySide, type Terms } from './side-by-side.ts';

export interface CentreGoal extends Omit<CentreSize, 'seed' | 'skills'> {
	seconds: number;
	/** Greatest gap to the bound that the run itself proves. */
	gap: number;
}

export const CENTRES: readonly CentreGoal[] = [
	{ agents: 50, weeks: 1, seconds: 60, gap: 0.01 },
	{ agents: 200, weeks: 1, seconds: 120, gap: 0.015 },
	{ agents: 500, weeks: 1, seconds: 600, gap: 0.02 },
	{ agents: 500, weeks: 4, seconds: 600, gap: 0.04 },
	{ agents: 2_000, weeks: 1, seconds: 600, gap: 0.03 }
];
const MOST_RSS_MB = 2_048;

const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(2)} %`);

/**
 * Centres made by a script, with one skill and with three, for the time that each has; a line for each with the gap, when it
 * was first within the goal, and the greatest memory so far. Every roster is held against the validator.
 */
export async function benchCentres(
	goals: readonly CentreGoal[],
	{
		skills,
		seed,
		threads,
		withPlain
	}: { skills: readonly number[]; seed: number; threads: number; withPlain: boolean }
): Promise<boolean> {
	console.log(`seed ${seed}, threads ${threads}`);
	console.log(
		'agents × weeks, skills | objective | bound | gap | within the goal after | seconds | peak RSS | plain HiGHS | its bound'
	);
	let isMet = true;
	for (const { agents, weeks, seconds, gap } of goals)
		for (const count of skills) {
			const found = await solveCentre({ agents, weeks, skills: count, seed }, { seconds, threads, gap });
			const peakMb = process.resourceUsage().maxRSS / 1024;
			const isGood = found.isValid && found.gap !== null && found.gap <= gap && peakMb <= MOST_RSS_MB;
			isMet &&= isGood;
			// After ours, and so that its memory is not counted as ours, after the peak was read.
			const plain = withPlain
				? await solvePlainCentre({ agents, weeks, skills: count, seed }, seconds)
				: null;
			console.log(
				[
					`${agents} × ${weeks}, ${count}`,
					found.objective?.toFixed(1) ?? found.status,
					found.bound?.toFixed(1) ?? '–',
					`${percent(found.gap)} of ${percent(gap)}`,
					found.metAfter === null ? 'never' : `${found.metAfter.toFixed(0)} s`,
					found.seconds.toFixed(0),
					`${peakMb.toFixed(0)} MB ${isGood ? '✓' : '✗'}${found.isValid ? '' : ' (the validator refuses it)'}`,
					plain ?? 'not run'
				].join(' | ')
			);
		}
	return isMet;
}

/** The plain model of the same problem in the same time, as two cells of the table. */
async function solvePlainCentre(size: CentreSize, seconds: number): Promise<string> {
	const found = await solvePlainRoster(parseProblem(generatedCentre(size)), seconds, size.seed);
	if (!found) return 'too large to be tried';
	return `${found.objective?.toFixed(1) ?? 'none'} | ${found.bound.toFixed(1)}`;
}

export interface SolvedCentre {
	status: string;
	objective: number | null;
	bound: number | null;
	gap: number | null;
	/** Seconds until the gap was first within the goal; null: it never was. */
	metAfter: number | null;
	seconds: number;
	isValid: boolean;
}

export async function solveCentre(size: CentreSize, terms: Omit<Terms, 'seed'>): Promise<SolvedCentre> {
	const found = await sideBySide<RosterResult>({ centre: size }, { ...terms, seed: size.seed });
	const { status, objective, assignments } = found.result;
	const { valid } = validateRoster(parseProblem(generatedCentre(size)), { assignments });
	return {
		...{ status, objective, bound: found.bound, gap: found.gap, metAfter: found.metAfter },
		...{ seconds: found.seconds, isValid: objective !== null && valid }
	};
}
