import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
	isBenchmarkInstance,
	parseInstance,
	parseProblem,
	solveInstance,
	solveRoster,
	validateInstance,
	validateRoster,
	type BenchmarkRoster,
	type ClaimedRoster,
	type SolveProgress
} from '#solver/rostering/index.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const USAGE = `marea roster PROBLEM --seconds N [--seed S] [--out ROSTER.json] [--json]
marea roster validate PROBLEM ROSTER.json [--json]
  PROBLEM  a rostering problem (JSON), or an instance of the public staff-scheduling benchmark (text)
  --seconds  time for the search (default 30)
  --seed     whole number that fixes the search's chances (default 1)
  --out      file for the roster
  --json     result for machines on stdout`;

const verb: Verb = {
	summary: 'make a roster for a problem, or check one',
	usage: USAGE,
	run: (args, io) => (args[0] === 'validate' ? validate(args.slice(1), io) : solve(args, io))
};
export default verb;

async function solve(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			seconds: { type: 'string', default: '30' },
			seed: { type: 'string', default: '1' },
			out: { type: 'string' },
			json: { type: 'boolean', default: false }
		}
	});
	if (positionals.length !== 1) throw new UsageError('name one PROBLEM file.');
	const seconds = parseDuration(values.seconds, '--seconds');
	if (seconds <= 0) throw new UsageError(`--seconds "${values.seconds}" must be more than 0.`);
	const seed = Number(values.seed);
	if (!Number.isSafeInteger(seed)) throw new UsageError(`--seed "${values.seed}" must be a whole number.`);

	const problem = await readProblem(positionals[0]!);
	let last = -Infinity;
	const onProgress = (p: SolveProgress) => {
		if (p.seconds - last < 1) return;
		last = p.seconds;
		const gap = p.gap === null ? 'no bound yet' : `gap ${(p.gap * 100).toFixed(2)} %`;
		io.err(`${p.seconds.toFixed(1)} s  objective ${round(p.objective)}  ${gap}`);
	};
	const options = { seconds, seed, now: () => performance.now(), onProgress };
	const result =
		problem.kind === 'benchmark'
			? await solveInstance(problem.instance, options)
			: await solveRoster(problem.problem, options);

	const { status, objective, lowerBound, gap, violations } = result;
	if (values.out !== undefined && objective !== null) {
		const file = problem.kind === 'benchmark' ? { assignments: result.assignments } : result;
		await writeFile(values.out, JSON.stringify(file, null, '\t') + '\n').catch((error: Error) => {
			throw new RefusedError(`writing "${values.out}": ${error.message}`);
		});
	}
	for (const reason of result.reasons) io.err(reason);
	for (const v of violations) io.err(`broken: ${v.text}`);
	if (values.json)
		io.out(
			JSON.stringify({ status, objective, lowerBound, gap, violations, seconds: round(result.seconds) })
		);
	else
		io.out(
			`${status}: objective ${objective === null ? '–' : round(objective)}, lower bound ${lowerBound === null ? '–' : round(lowerBound)}, gap ${gap === null ? '–' : `${(gap * 100).toFixed(2)} %`}, ${violations.length} rules broken, ${result.seconds.toFixed(1)} s`
		);
	return objective === null || violations.length > 0 ? 1 : 0;
}

async function validate(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { json: { type: 'boolean', default: false } }
	});
	if (positionals.length !== 2) throw new UsageError('name the PROBLEM and the ROSTER file.');
	const problem = await readProblem(positionals[0]!);
	const roster: unknown = parseJson(await read(positionals[1]!), positionals[1]!);
	const check = refused(() =>
		problem.kind === 'benchmark'
			? validateInstance(problem.instance, roster as BenchmarkRoster)
			: validateRoster(problem.problem, roster as ClaimedRoster)
	);
	const { valid, objective, violations } = check;
	if (values.json) io.out(JSON.stringify({ valid, objective, violations }));
	else {
		io.out(valid ? `valid: objective ${round(objective)}` : `not valid: ${violations.length} rules broken`);
		for (const v of violations) io.out(`  ${v.rule}: ${v.text}`);
	}
	return valid ? 0 : 1;
}

async function readProblem(path: string) {
	const text = await read(path);
	return refused(() =>
		isBenchmarkInstance(text)
			? { kind: 'benchmark' as const, instance: parseInstance(text) }
			: { kind: 'problem' as const, problem: parseProblem(parseJson(text, path)) }
	);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const read = (path: string): Promise<string> =>
	readFile(path, 'utf8').catch((error: Error) => {
		throw new RefusedError(`reading "${path}": ${error.message}`);
	});

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RefusedError(
			`reading "${path}": it is neither JSON nor a benchmark instance (${(error as Error).message}).`
		);
	}
}

/** The solver refuses bad input with RangeErrors; here they end in exit code 1 and their words. */
function refused<T>(run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (error instanceof RangeError) throw new RefusedError(error.message);
		throw error;
	}
}
