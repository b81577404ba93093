import type { Series } from '#lib/components/charts/series.ts';

const HALF_HOUR_MS = 1_800_000;
export const ZONE = 'Europe/Madrid';
export const START = Date.UTC(2025, 2, 3, 7);
const shape = (index: number) => 48 + 34 * Math.sin(index / 3.2) + 9 * Math.cos(index * 1.9);
const at = (index: number) => START + index * HALF_HOUR_MS;

export const volume: Series[] = [
	{
		id: 'actual',
		label: 'Actual',
		points: Array.from({ length: 14 }, (_, i) => ({
			at: at(i),
			value: i === 6 ? null : Math.round(shape(i) + (i % 3) * 4)
		}))
	},
	{
		id: 'forecast',
		label: 'Forecast',
		dashed: true,
		points: Array.from({ length: 24 }, (_, i) => ({
			at: at(i),
			value: shape(i),
			low: shape(i) * 0.8,
			high: shape(i) * 1.2
		}))
	}
];

export const intervals = Array.from({ length: 24 }, (_, i) => ({
	at: at(i),
	required: Math.round(shape(i) / 5),
	scheduled: Math.max(0, Math.round(shape(i) / 5) + [0, 1, -2, 0, 3, -1][i % 6]!)
}));

export const heat = Array.from({ length: 7 }, (_, day) =>
	Array.from({ length: 28 }, (_, i) =>
		day === 6 && i > 18 ? null : Math.round(Math.max(0, shape(i) * (day > 4 ? 0.4 : 1)))
	)
);
export const heatColumns = Array.from(
	{ length: 28 },
	(_, i) => `${String(8 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`
);

export type Queue = {
	id: string;
	name: string;
	waiting: number;
	oldestSeconds: number | null;
	serviceLevel: number | null;
	trend: (number | null)[];
	agents: Record<string, number>;
	state: 'ok' | 'watch' | 'breach' | 'unknown';
};

const agents = (available: number, handling: number, wrap: number, away: number) => ({
	available,
	handling,
	wrap,
	break: away,
	offline: away * 2
});

export const queues: Queue[] = [
	{
		id: 'q1',
		name: 'Facturación',
		waiting: 12,
		oldestSeconds: 245,
		serviceLevel: 0.62,
		trend: [9, 8, 8, 7, 6, 7, 6],
		agents: agents(0, 14, 3, 2),
		state: 'breach'
	},
	{
		id: 'q2',
		name: 'Ventas',
		waiting: 3,
		oldestSeconds: 41,
		serviceLevel: 0.78,
		trend: [7, 8, 8, 7, 8, 8, 7.8],
		agents: agents(1, 9, 1, 1),
		state: 'watch'
	},
	{
		id: 'q3',
		name: 'Technical support',
		waiting: 0,
		oldestSeconds: null,
		serviceLevel: 0.91,
		trend: [8, 8, 9, 9, 9, 9, 9.1],
		agents: agents(6, 11, 2, 3),
		state: 'ok'
	},
	{
		id: 'q4',
		name: 'Chat',
		waiting: 0,
		oldestSeconds: null,
		serviceLevel: null,
		trend: [null, null, null],
		agents: agents(0, 0, 0, 4),
		state: 'unknown'
	}
];
