import type { SeriesKind } from './generated-series.ts';

const allDay = (): [number, number] => [0, 24];
const workdays = (weekday: number): [number, number] | null => (weekday % 6 === 0 ? null : [8, 18]);

/** Kinds of queue that the forecaster is tried on beside real data. */
export const SERIES_KINDS: Readonly<Record<string, SeriesKind>> = {
	'around the clock': { days: 280, callsPerDay: 3000, hours: allDay },
	'weekend closed': { days: 280, callsPerDay: 1200, hours: workdays, monthStart: 0.25 },
	growth: { days: 364, callsPerDay: 900, growthPerYear: 0.7 },
	'strong yearly': { days: 900, callsPerDay: 900, yearly: 0.4 },
	'one year': { days: 420, callsPerDay: 900, yearly: 0.3, monthStart: 0.1 },
	'low volume': { days: 280, callsPerDay: 14, dayNoise: 0.15 },
	'level shift': { days: 280, callsPerDay: 900, shifts: [{ at: 0.82, factor: 1.5 }] },
	'level drop late': { days: 200, callsPerDay: 900, shifts: [{ at: 0.79, factor: 0.6 }] },
	outages: { days: 210, callsPerDay: 900, outages: true },
	holidays: { days: 741, callsPerDay: 900, holidays: true },
	'ten weeks': { days: 70, callsPerDay: 700, dayNoise: 0.08 },
	'noisy days': { days: 210, callsPerDay: 600, dayNoise: 0.2, walk: 0.03 }
};
