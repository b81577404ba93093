/**
 * `npm run bench -- prediction [--days N] [--by-queue]`: the foreseen service level against the simulator's truth, on
 * days, floors and surges that nothing was calibrated on. The predictor sees what the live engine has folded up to the
 * moment, and on floors with a plan the forecast (without the surges) and the roster (without the absences).
 */
import { parseArgs } from 'node:util';
import { foreseeQueues, type ForeseeRequest } from '#lib/server/predictions/index.ts';
import { benchFloors } from './prediction/floors.ts';
import { manyQueues } from './prediction/many-queues.ts';
import { runDay, type QueueDay } from './prediction/run-day.ts';
import { scoreError, scoreWarnings, type ErrorScore } from './prediction/score.ts';

const FIRST_SEED = 201;
const COVERAGE = [0.75, 0.85] as const;
/** Of all that is warned of within half an hour, so much must come true within three quarters. */
const PRECISION = 0.7;
/** Of one core, with 200 queues and 1,000 agents foreseen every ten seconds. */
const CORE_SHARE = 0.25;
/** Of the event loop in one piece. */
const READ_MS = 50;
const EVERY_MS = 10_000;
const SIZES = [50, 100, 200, 400];

const percent = (value: number, digits = 1) => `${(value * 100).toFixed(digits)} %`;

function sayError(name: string, days: readonly QueueDay[]): void {
	for (const minutes of [15, 30] as const) {
		const { cases, forecast, asNow, dayLevel, coverage, width, waitingCoverage } = scoreError(days, minutes);
		console.log(
			`${name.padEnd(34)} ${minutes} min  ${String(cases).padStart(5)} cases  error ${percent(forecast)}  as it is now ${percent(asNow)}  day so far ${percent(dayLevel)}  band holds ${percent(coverage)} at ${percent(width, 0)} wide (waiting ${percent(waitingCoverage, 0)})`
		);
	}
}

const holds = ({ cases, forecast, asNow, dayLevel, coverage }: ErrorScore): boolean =>
	cases > 300 &&
	forecast < asNow &&
	forecast < dayLevel &&
	coverage >= COVERAGE[0] &&
	coverage <= COVERAGE[1];

/** Milliseconds of one core for a forecast; the median of a few. */
function cost(request: ForeseeRequest): number {
	const times = Array.from({ length: 5 }, () => {
		const before = process.cpuUsage();
		const outlooks = foreseeQueues(request);
		const { user, system } = process.cpuUsage(before);
		if (outlooks.some(({ points }) => points.length !== 12)) throw new Error('a forecast is not whole');
		return (user + system) / 1000;
	});
	return times.sort((a, b) => a - b)[2]!;
}

export default async function bench(args: string[]): Promise<boolean> {
	const { values } = parseArgs({
		args,
		options: { days: { type: 'string', default: '4' }, 'by-queue': { type: 'boolean', default: false } }
	});
	const all: QueueDay[] = [];
	for (const floor of benchFloors('scored')) {
		const days: QueueDay[] = [];
		for (let day = 0; day < Number(values.days); day++)
			days.push(...(await runDay(floor, FIRST_SEED + day)).days);
		all.push(...days);
		sayError(floor.name, days);
		if (values['by-queue'])
			for (const [queue, ofQueue] of Map.groupBy(days, (day) => day.queue)) sayError(`  ${queue}`, ofQueue);
	}
	sayError('all', all);
	const [in15, in30] = [scoreError(all, 15), scoreError(all, 30)];
	console.log(
		`against "as it is now": ${percent(1 - in15.forecast / in15.asNow)} less error at 15 min, ${percent(1 - in30.forecast / in30.asNow)} at 30`
	);
	const { breaches, warned, leadMinutes, warnings, right } = scoreWarnings(all);
	console.log(
		`falls below target: ${breaches}, foreseen 5 min or more before ${warned} (${percent(warned / breaches, 0)}), ${leadMinutes.toFixed(0)} min ahead on average; of ${warnings} warnings within 30 min ${percent(right / warnings, 0)} came true within 45`
	);
	let [ms, readMs] = [0, 0];
	for (const queues of SIZES) {
		const many = await manyQueues(queues);
		const took = cost(many.request);
		console.log(
			`${queues} queues, ${many.request.floor.agents.length} agents: ${took.toFixed(0)} ms of a core a forecast, ${(took / queues).toFixed(1)} ms a queue; reading the floor and handing it over ${many.readMs.toFixed(1)} ms of the event loop`
		);
		if (queues === 200) [ms, readMs] = [took, many.readMs];
	}
	console.log(`200 queues every 10 s: ${percent(ms / EVERY_MS)} of a core, in a thread of its own`);
	const isGood =
		holds(in15) &&
		holds(in30) &&
		right / warnings >= PRECISION &&
		ms / EVERY_MS <= CORE_SHARE &&
		readMs <= READ_MS;
	console.log(isGood ? 'holds' : 'does NOT hold');
	return isGood;
}
