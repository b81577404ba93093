import { createRandom } from '../../numeric/random.ts';
import { civilDay, weekdayOf } from '../calendar.ts';
import type { CallHistory } from '../call-history.ts';
import type { SpecialDay } from '../special/special-day.ts';
import { FIRST_DAY } from './simulated-history.ts';

/** What a generated queue is like; everything not said is ordinary. */
export interface SeriesKind {
	days: number;
	callsPerDay: number;
	intervalSeconds?: number;
	/** Open hours by weekday, 0 = Sunday; null: closed. */
	hours?: (weekday: number) => [from: number, to: number] | null;
	/** Growth of the log level a year. */
	growthPerYear?: number;
	/** Amplitude of the year's wave in logs. */
	yearly?: number;
	/** Factors on the level from a share of the history on. */
	shifts?: { at: number; factor: number }[];
	/** Outages: half the day's intervals, several days running, single intervals. */
	outages?: boolean;
	/** Public holidays and a sale: factor by name. */
	holidays?: boolean;
	/** Standard deviations in logs of a day's own noise and of the level's weekly step. */
	dayNoise?: number;
	walk?: number;
	/** Weekday factors; otherwise an office's. */
	weekdays?: number[];
	/** Effect of the first days of a month in logs. */
	monthStart?: number;
}

export interface GeneratedSeries {
	history: CallHistory;
	specialDays: SpecialDay[];
}

const HOLIDAYS: { name: string; month: number; dayOfMonth: number; factor: number }[] = [
	{ name: 'New Year', month: 1, dayOfMonth: 1, factor: 0.25 },
	{ name: 'Epiphany', month: 1, dayOfMonth: 6, factor: 0.4 },
	{ name: 'Spring sale', month: 3, dayOfMonth: 14, factor: 1.7 },
	{ name: 'Labour Day', month: 5, dayOfMonth: 1, factor: 0.35 },
	{ name: 'Assumption', month: 8, dayOfMonth: 15, factor: 0.45 },
	{ name: 'National Day', month: 10, dayOfMonth: 12, factor: 0.5 },
	{ name: 'All Saints', month: 11, dayOfMonth: 1, factor: 0.45 },
	{ name: 'Black Friday', month: 11, dayOfMonth: 25, factor: 2.2 },
	{ name: 'Christmas Eve', month: 12, dayOfMonth: 24, factor: 0.6 },
	{ name: 'Christmas', month: 12, dayOfMonth: 25, factor: 0.2 }
];
const OFFICE = [0.45, 1.25, 1.1, 1.03, 1, 0.97, 0.6];

/** A queue of a kind: two humps a day, AR(1) day noise, a walking level, negative-binomial-like counts. */
export function generateSeries(kind: SeriesKind, seed: number): GeneratedSeries {
	const { days, callsPerDay, intervalSeconds = 1800, dayNoise = 0.05, walk = 0.01 } = kind;
	const hours = kind.hours ?? (() => [8, 20] as [number, number]);
	const random = createRandom(seed);
	const width = 86_400 / intervalSeconds;
	const offered = new Float64Array(days * width);
	const known = new Uint8Array(days * width);
	const specialDays: SpecialDay[] = [];
	const weekdays = kind.weekdays ?? OFFICE;
	const peak = 9.5 + 2 * random.uniform();
	const second = 14.5 + 3 * random.uniform();
	const wave = 2 * Math.PI * random.uniform();
	let [level, noise] = [0, 0];
	for (let d = 0; d < days; d++) {
		const day = FIRST_DAY + d;
		const weekday = weekdayOf(day);
		const date = civilDay(day);
		if (weekday === 1) level += walk * random.normal();
		noise = 0.4 * noise + Math.sqrt(1 - 0.16) * dayNoise * random.normal();
		let log = level + noise + ((kind.growthPerYear ?? 0) * d) / 365;
		log += (kind.yearly ?? 0) * Math.sin((2 * Math.PI * date.dayOfYear) / 365.25 + wave);
		log += (kind.monthStart ?? 0) * Math.max(0, 1 - (date.dayOfMonth - 1) / 4);
		for (const shift of kind.shifts ?? []) if (d >= shift.at * days) log += Math.log(shift.factor);
		let factor = Math.exp(log) * weekdays[weekday]!;
		let closesEarly = false;
		const holiday =
			kind.holidays && HOLIDAYS.find((h) => h.month === date.month && h.dayOfMonth === date.dayOfMonth);
		if (holiday) {
			specialDays.push({ day, name: holiday.name });
			factor *= holiday.factor * Math.exp(0.08 * random.normal());
			closesEarly = holiday.name === 'Christmas Eve';
		}
		const open = hours(weekday);
		if (!open) continue;
		const curve = Array.from({ length: width }, (_, i) => {
			const hour = ((i + 0.5) * 24) / width;
			if (hour < open[0] || hour >= open[1]) return 0;
			return (
				0.12 + Math.exp(-0.5 * ((hour - peak) / 2) ** 2) + 0.8 * Math.exp(-0.5 * ((hour - second) / 2.2) ** 2)
			);
		});
		const whole = curve.reduce((a, b) => a + b, 0);
		for (let i = 0; i < width; i++) {
			if (curve[i] === 0) continue;
			const hour = (i * 24) / width;
			const mean = (callsPerDay * factor * curve[i]!) / whole;
			offered[d * width + i] =
				closesEarly && hour >= 15 ? 0 : random.poisson(mean * Math.exp(0.05 * random.normal()));
			known[d * width + i] = 1;
		}
	}
	if (kind.outages) breakLines();
	return { history: { intervalSeconds, firstDay: FIRST_DAY, dayCount: days, offered, known }, specialDays };

	/** Three half days and one run of three days without a call, five lone intervals, a week not recorded. */
	function breakLines() {
		const someDay = () => Math.floor(days * (0.2 + 0.65 * random.uniform()));
		for (let k = 0; k < 3; k++) {
			const d = someDay();
			offered.fill(0, d * width + width / 2, (d + 1) * width);
		}
		const run = someDay();
		offered.fill(0, run * width, (run + 3) * width);
		for (let k = 0; k < 5; k++) offered[someDay() * width + Math.floor(width * 0.45)] = 0;
		const hole = someDay();
		known.fill(0, hole * width, (hole + 7) * width);
	}
}
