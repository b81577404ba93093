import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHistory, toCallHistories } from '#lib/server/history/index.ts';
import { forecast, truncateHistory, type CallHistory } from '#solver/forecasting/index.ts';
import { provenWidth, updateDay } from '#solver/forecasting/intraday/index.ts';
import { createRandom } from '#solver/numeric/random.ts';

const FILE = fileURLToPath(new URL('../../../shared/reference/bank_calls.csv', import.meta.url));
const HOURS = [10, 12, 14];
const NORMAL_90 = 1.2815515655446004;
/** Days before that say how wide the forecast's bands prove. */
const PROVING_DAYS = 20;
/** Days of the bank that are re-forecast, each from a forecast made the evening before. */
const BANK_DAYS: Record<number, number> = { 1800: 50, 300: 20 };

interface Day {
	/** Interval of the local day at each place. */
	interval: number[];
	expected: number[];
	p10: number[];
	p90: number[];
	actual: (number | null)[];
}

/** Days that have, over the forecast: a level of their own, local disturbances with a half-life of 3 h, and noise of each interval. */
interface Kind {
	name: string;
	intervalSeconds: number;
	/** Contacts of half an hour at the peak, about. */
	size: number;
	level: number;
	local: number;
	own: number;
}
const KINDS: Kind[] = [
	{ name: 'level', intervalSeconds: 1800, size: 60, level: 0.12, local: 0, own: 0 },
	{ name: 'level, large', intervalSeconds: 1800, size: 400, level: 0.08, local: 0, own: 0 },
	{ name: 'local', intervalSeconds: 1800, size: 100, level: 0, local: 0.1, own: 0.03 },
	{ name: 'mixed', intervalSeconds: 1800, size: 100, level: 0.08, local: 0.06, own: 0.04 },
	{ name: 'mixed', intervalSeconds: 900, size: 100, level: 0.08, local: 0.06, own: 0.04 },
	{ name: 'mixed', intervalSeconds: 300, size: 100, level: 0.08, local: 0.06, own: 0.04 },
	{ name: 'small', intervalSeconds: 1800, size: 6, level: 0.15, local: 0.05, own: 0.05 }
];

/** The rest of the day at 10, 12 and 14 h: the morning's forecast and the re-forecast, against what came. */
export default async function benchIntraday([seed = '1']: string[]): Promise<boolean> {
	let holds = true;
	console.log(
		'WAPE of the rest of the day: morning → re-forecast; actual inside the 80 % band: morning → re-forecast'
	);
	KINDS.forEach((kind, k) => {
		const name = `${kind.name} ${kind.intervalSeconds / 60} min`;
		holds = report(name, kind.intervalSeconds, simulate(kind, 400, Number(seed) * 100 + k)) && holds;
	});
	if (!existsSync(FILE)) console.log('bank: skipped, ../shared/reference/bank_calls.csv is absent');
	else {
		const file = parseHistory(readFileSync(FILE, 'utf8'), { timeZone: 'UTC' });
		for (const intervalSeconds of [1800, 300]) {
			const days = bankDays(toCallHistories(file, intervalSeconds)[0]!.history, BANK_DAYS[intervalSeconds]!);
			holds = report(`bank ${intervalSeconds / 60} min`, intervalSeconds, days) && holds;
		}
	}
	return holds;
}

function report(name: string, intervalSeconds: number, days: readonly Day[]): boolean {
	let holds = true;
	const parts = HOURS.map((hour) => {
		const { before, after } = measure(days, (hour * 3600) / intervalSeconds);
		const good = after.wape < before.wape && after.coverage >= 0.75 && after.coverage <= 0.85;
		holds &&= good;
		const percent = (share: number, digits = 0) => (100 * share).toFixed(digits);
		return `${hour} h ${percent(before.wape, 2)} → ${percent(after.wape, 2)} %, ${percent(before.coverage)} → ${percent(after.coverage)} %${good ? '' : ' (!)'}`;
	});
	console.log(`${name.padEnd(20)} ${String(days.length).padStart(3)} days  ${parts.join('   ')}`);
	return holds;
}

function measure(days: readonly Day[], from: number) {
	const before = { error: 0, inside: 0 };
	const after = { error: 0, inside: 0 };
	let [contacts, count] = [0, 0];
	days.forEach((day, d) => {
		const width = provenWidth(days.slice(Math.max(0, d - PROVING_DAYS), d));
		const elapsed = day.interval.filter((interval) => interval < from).length;
		const { intervals } = updateDay({ ...day, elapsed, width });
		for (let i = elapsed; i < intervals.length; i++) {
			const actual = day.actual[i]!;
			if (actual === null) continue;
			contacts += actual;
			count++;
			for (const [sums, offered, p10, p90] of [
				[before, day.expected[i]!, day.p10[i]!, day.p90[i]!],
				[after, intervals[i]!.offered, intervals[i]!.p10, intervals[i]!.p90]
			] as const) {
				sums.error += Math.abs(offered - actual);
				if (actual >= p10 && actual <= p90) sums.inside++;
			}
		}
	});
	const shares = ({ error, inside }: typeof before) => ({ wape: error / contacts, coverage: inside / count });
	return { before: shares(before), after: shares(after) };
}

/** Two peaks between 07:00 and 21:00. */
const shapeAt = (hour: number): number =>
	0.3 + Math.exp(-(((hour - 11) / 2.2) ** 2)) + 0.7 * Math.exp(-(((hour - 16) / 2.5) ** 2));

function simulate({ intervalSeconds, size, level, local, own }: Kind, count: number, seed: number): Day[] {
	const random = createRandom(seed);
	const perHour = 3600 / intervalSeconds;
	const interval = Array.from({ length: 14 * perHour }, (_, i) => 7 * perHour + i);
	const expected = interval.map((i) => (size * shapeAt((i + 0.5) / perHour) * 2) / perHour);
	const half = expected.map(
		(mean) => NORMAL_90 * Math.sqrt(mean + (level ** 2 + local ** 2 + own ** 2) * mean ** 2)
	);
	const kept = 0.5 ** (1 / (3 * perHour));
	return Array.from({ length: count }, () => {
		const ofDay = 1 + level * random.normal();
		let passing = local * random.normal();
		const actual = expected.map((mean) => {
			passing = kept * passing + Math.sqrt(1 - kept ** 2) * local * random.normal();
			return random.poisson(Math.max(0, mean * (ofDay + passing + own * random.normal())));
		});
		return {
			interval,
			expected,
			p10: expected.map((mean, i) => Math.max(0, mean - half[i]!)),
			p90: expected.map((mean, i) => mean + half[i]!),
			actual
		};
	});
}

/** The last measured days, each forecast from the days before it. */
function bankDays(history: CallHistory, count: number): Day[] {
	const width = 86_400 / history.intervalSeconds;
	const days: Day[] = [];
	for (let d = history.dayCount - 1; d >= 0 && days.length < count; d--) {
		const known = history.known.subarray(d * width, (d + 1) * width);
		if (!known.includes(1)) continue;
		const slots = forecast(truncateHistory(history, d), { horizonDays: 1 }).intervals.filter(
			({ day }) => day === history.firstDay + d
		);
		days.push({
			interval: slots.map(({ interval }) => interval),
			expected: slots.map(({ offered }) => offered),
			p10: slots.map(({ p10 }) => p10),
			p90: slots.map(({ p90 }) => p90),
			actual: slots.map(({ interval }) => (known[interval] ? history.offered[d * width + interval]! : null))
		});
	}
	return days.reverse();
}
