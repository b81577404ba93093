import {
	forecastCentre,
	forecastDays,
	type CallHistory,
	type ForecastNote,
	type ForecastScore,
	type SpecialDayEffect
} from '#solver/forecasting/index.ts';
import { openTimeZone, toCallHistories, type QueueFacts } from '../history/index.ts';
import type { WorkTools } from '../jobs/index.ts';
import type { ResolvedDay } from '../special-days/index.ts';
import type { IntervalFigures } from './apply-overrides.ts';
import { midnightOf } from './midnight-of.ts';

export interface ForecastWork {
	facts: QueueFacts[];
	timeZone: string;
	horizonDays: number;
	/** 86,400: days, not intervals. */
	intervalSeconds: number;
	specialDays: ResolvedDay[];
	/** The queue whose shape a young one borrows, by queue. */
	like: Record<string, string>;
}

/** How a queue's forecast came about: kept with it and shown. */
export interface ForecastDetail {
	method: string;
	weights: Record<string, number>;
	backtest: ForecastScore | null;
	notes: ForecastNote[];
	gaps: { intervals: number; days: number };
	/** Of the horizon; absent from forecasts made before there were any. */
	specialDays?: SpecialDayEffect[];
}

export type WorkedInterval = IntervalFigures & { startAt: number };

export interface ForecastWorkResult {
	queues: { queueId: string; detail: ForecastDetail; intervals: WorkedInterval[] }[];
	/** All queues together. */
	total: { startAt: number; offered: number; p10: number; p90: number }[];
}

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Days are forecast from intervals no finer than this: more says nothing about a day. */
const DAILY_GRAIN_SECONDS = 1800;

interface Prepared {
	queueId: string;
	history: CallHistory;
	gaps: ForecastDetail['gaps'];
}

/** Forecasts the queues from their stored counts, so that they add up; null when stopped. Runs in a worker. */
export function forecastQueues(
	work: ForecastWork,
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): ForecastWorkResult | null {
	const prepared = work.facts.map(({ queueId, rows, intervalSeconds: fine }): Prepared => {
		const file = { rows, intervalSeconds: fine, timeZone: work.timeZone };
		const grain = work.intervalSeconds === DAY_SECONDS ? dailyGrain(fine) : work.intervalSeconds;
		const [{ history, gaps }] = toCallHistories(file, grain) as [ReturnType<typeof toCallHistories>[number]];
		return { queueId, history, gaps };
	});
	return work.intervalSeconds === DAY_SECONDS
		? byDay(work, prepared, tools)
		: byInterval(work, prepared, tools);
}

const dailyGrain = (fineSeconds: number) =>
	fineSeconds < DAILY_GRAIN_SECONDS && DAILY_GRAIN_SECONDS % fineSeconds === 0
		? DAILY_GRAIN_SECONDS
		: fineSeconds;

function byInterval(
	{ like, horizonDays, intervalSeconds, specialDays, timeZone }: ForecastWork,
	prepared: Prepared[],
	{ report, shouldStop }: Pick<WorkTools, 'report' | 'shouldStop'>
): ForecastWorkResult | null {
	const zone = openTimeZone(timeZone)!;
	const gapsOf = new Map(prepared.map(({ queueId, gaps }) => [queueId, gaps]));
	const { queues, total, stopped } = forecastCentre(
		prepared.map(({ queueId: id, history }) => ({ id, history, likeId: like[id] ?? null })),
		{ horizonDays, specialDays, report, shouldStop }
	);
	if (stopped) return null;
	/** A local interval that the clocks skip has no instant; one that they repeat has two. */
	const startsOf = ({ day, interval }: { day: number; interval: number }): number[] => {
		const local = zone.fromLocal(day * DAY_MS + interval * intervalSeconds * 1000);
		if (local.kind === 'never') return [];
		return local.kind === 'once' ? [local.utcMs] : [local.utcMs, local.laterUtcMs];
	};
	return {
		queues: queues.map(({ id, forecast }) => {
			const { intervals, method, weights, backtest, notes, specialDays: effects } = forecast;
			const gaps = gapsOf.get(id)!;
			return {
				queueId: id,
				detail: { method, weights, backtest, notes, gaps, specialDays: effects },
				intervals: intervals.flatMap((one) => {
					const { offered, p10, p90, ahtSeconds, ahtP10Seconds, ahtP90Seconds } = one;
					const figures = { offered, p10, p90, ahtSeconds, ahtP10Seconds, ahtP90Seconds };
					return startsOf(one).map((startAt) => ({ startAt, ...figures }));
				})
			};
		}),
		total: total.flatMap((one) => {
			const { offered, p10, p90 } = one;
			return startsOf(one).map((startAt) => ({ startAt, offered, p10, p90 }));
		})
	};
}

function byDay(
	{ horizonDays, specialDays, timeZone }: ForecastWork,
	prepared: Prepared[],
	{ report, shouldStop }: Pick<WorkTools, 'report' | 'shouldStop'>
): ForecastWorkResult | null {
	const zone = openTimeZone(timeZone)!;
	const queues: ForecastWorkResult['queues'] = [];
	for (const [place, { queueId, history, gaps }] of prepared.entries()) {
		if (shouldStop()) return null;
		report(place / prepared.length, queueId);
		const own = specialDays.filter((day) => day.queueId === null || day.queueId === queueId);
		const {
			days,
			method,
			weights,
			backtest,
			notes,
			specialDays: effects
		} = forecastDays(history, { horizonDays, specialDays: own });
		queues.push({
			queueId,
			detail: { method, weights, backtest, notes, gaps, specialDays: effects },
			intervals: days.map(({ day, offered, p10, p90, ahtSeconds }) => ({
				startAt: midnightOf(day, zone),
				offered,
				p10,
				p90,
				ahtSeconds,
				ahtP10Seconds: null,
				ahtP90Seconds: null
			}))
		});
	}
	return { queues, total: [] };
}
