import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseScenario, replicate, simulate, type Scenario } from '#solver/simulation/index.ts';
import { RefusedError, UsageError, type Io, type Verb } from '../verb.ts';

const OPTIONS = {
	replications: { type: 'string', default: '10' },
	seed: { type: 'string', default: '1' },
	start: { type: 'string' },
	hours: { type: 'string' },
	events: { type: 'boolean', default: false },
	json: { type: 'boolean', default: false }
} as const;

const HOUR_MS = 3_600_000;
/** A Monday: without --start the whole week is simulated, whatever today is. */
const SOME_MONDAY_MS = Date.UTC(2024, 0, 1);

const usage = `Usage: marea simulate SCENARIO.json [--replications 10] [--seed 1] [--start ISO] [--hours 168] [--json]
       marea simulate SCENARIO.json --events [--seed 1] [--start ISO] [--hours 24]
  SCENARIO.json  queues, agents and bots ("-" reads standard input)
  --replications independent runs; each number comes with its 95 % confidence interval
  --events       one run as CloudEvents, a JSON object a line, for POST /api/v1/events
  --start        first instant (default: a Monday, local midnight); --hours: length of the period`;

function number(text: string, flag: string, low: number): number {
	const value = text.trim() === '' ? NaN : Number(text);
	if (!Number.isFinite(value) || value < low)
		throw new UsageError(`${flag} "${text}" is not a number of at least ${low}.`);
	return value;
}

async function readScenario(file: string, io: Io): Promise<Scenario> {
	let text: string;
	try {
		text = file === '-' ? await io.stdin() : await readFile(file, 'utf8');
	} catch (error) {
		throw new RefusedError(`Reading "${file}": ${(error as Error).message}`);
	}
	try {
		return parseScenario(JSON.parse(text));
	} catch (error) {
		if (error instanceof SyntaxError) throw new RefusedError(`Reading "${file}": not JSON: ${error.message}`);
		if (error instanceof RangeError) throw new RefusedError(error.message);
		throw error;
	}
}

function startOf(scenario: Scenario, text: string | undefined): number {
	if (text === undefined) return SOME_MONDAY_MS - scenario.site.utcOffsetSeconds * 1000;
	const startMs = Date.parse(text);
	if (Number.isNaN(startMs))
		throw new UsageError(`--start "${text}" is not an instant such as 2026-03-02T08:00:00Z.`);
	return startMs;
}

/** Lines in blocks, waiting where the reader is slower. */
async function writeEvents(
	scenario: Scenario,
	run: { seed: number; startMs: number; endMs: number },
	io: Io
) {
	const lines: string[] = [];
	const flush = async () => {
		io.out(lines.join('\n'));
		lines.length = 0;
		if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
	};
	for (const event of simulate(scenario, run)) {
		lines.push(JSON.stringify(event));
		if (lines.length >= 500) await flush();
	}
	if (lines.length > 0) await flush();
}

type Row = ReturnType<typeof replicate>['total'];

function table(queues: Record<string, Row>, total: Row): string {
	const show = ({ mean, low, high }: Row['offered'], scale = 1, digits = 1) => {
		if (mean === null) return '–';
		const half = low === null || high === null ? '' : ` ± ${(((high - low) / 2) * scale).toFixed(digits)}`;
		return `${(mean * scale).toFixed(digits)}${half}`;
	};
	const rows = [...Object.entries(queues), ['total', total] as const].map(([name, row]) => [
		name,
		show(row.offered),
		show(row.answered),
		show(row.abandoned),
		show(row.serviceLevel, 100),
		show(row.asaSeconds),
		show(row.ahtSeconds),
		show(row.occupancy, 100)
	]);
	const head = ['queue', 'offered', 'answered', 'abandoned', 'SL %', 'ASA s', 'AHT s', 'occupancy %'];
	const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
	return [head, ...rows]
		.map((row) =>
			row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
		)
		.join('\n');
}

export default {
	summary: 'runs a contact centre many times and gives its service with confidence intervals, or its events',
	usage,
	async run(args, io) {
		const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
		const [file, ...rest] = positionals;
		if (file === undefined || rest.length > 0) throw new UsageError('one SCENARIO.json is wanted.');
		const seed = number(values.seed, '--seed', 0);
		const replications = number(values.replications, '--replications', 1);
		if (!Number.isInteger(replications))
			throw new UsageError(`--replications "${values.replications}" is not a whole number.`);
		const hours = number(values.hours ?? (values.events ? '24' : '168'), '--hours', 0);
		if (hours === 0) throw new UsageError('--hours "0" leaves nothing to simulate.');
		const scenario = await readScenario(file, io);
		const startMs = startOf(scenario, values.start);
		if (values.events) {
			await writeEvents(scenario, { seed, startMs, endMs: startMs + hours * HOUR_MS }, io);
			return 0;
		}
		const { queues, total } = replicate(scenario, { replications, seed, startMs, seconds: hours * 3600 });
		if (values.json) {
			const rows = Object.entries(queues).map(([queue, row]) => ({ queue, ...row }));
			io.out(
				JSON.stringify({
					replications,
					seed,
					hours,
					start: new Date(startMs).toISOString(),
					queues: rows,
					total
				})
			);
		} else {
			io.out(table(queues, total));
		}
		return 0;
	}
} satisfies Verb;
