import type { forecasts } from '../db/schema/index.ts';
import type { ForecastDetail } from './forecast-work.ts';

export interface ForecastHead {
	id: string;
	name: string;
	status: 'computed' | 'published';
	/** 86,400 of a forecast by day. */
	intervalSeconds: number;
	fromAt: number;
	toAt: number;
	timeZone: string;
	createdAt: number;
	publishedAt: number | null;
	/** By queue. */
	detail: Record<string, ForecastDetail>;
}

export function toHead(row: typeof forecasts.$inferSelect): ForecastHead {
	const { id, name, status, intervalSeconds, fromAt, toAt, timeZone, createdAt, publishedAt } = row;
	const detail = row.detail as unknown as ForecastHead['detail'];
	return { id, name, status, intervalSeconds, fromAt, toAt, timeZone, createdAt, publishedAt, detail };
}
