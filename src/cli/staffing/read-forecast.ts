import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { RefusedError } from '../verb.ts';

export interface ForecastRow {
	/** As written in the file. */
	start: string;
	utcMs: number;
	/** Local date as written, YYYY-MM-DD. */
	date: string;
	/** 0 = Sunday. */
	weekday: number;
	minuteOfDay: number;
	offered: number;
	ahtSeconds: number | null;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Rows by queue, in order of time. A row that cannot be read is refused, with its line and what was wanted. */
export function readForecast(file: string): Map<string, ForecastRow[]> {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new RefusedError(`--plan "${file}" cannot be read: ${(error as Error).message}`);
	}
	const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
		header: true,
		skipEmptyLines: 'greedy',
		transformHeader: (name) => name.trim().toLowerCase()
	});
	const missing = ['interval_start', 'offered'].filter((name) => !meta.fields?.includes(name));
	if (missing.length > 0)
		throw new RefusedError(
			`--plan "${file}" has no column ${missing.join(' and ')}: wanted interval_start,queue,offered[,aht_seconds], as marea forecast --out writes it.`
		);
	if (data.length === 0) throw new RefusedError(`--plan "${file}" has no rows.`);

	const queues = new Map<string, ForecastRow[]>();
	const seen = new Set<string>();
	data.forEach((record, i) => {
		const row = readRow(record, i + 2);
		const queue = record.queue?.trim() || 'all';
		const key = `${queue}\u0000${row.utcMs}`;
		if (seen.has(key))
			throw new RefusedError(`--plan line ${i + 2}: "${row.start}" of queue "${queue}" is there twice.`);
		seen.add(key);
		if (!queues.has(queue)) queues.set(queue, []);
		queues.get(queue)!.push(row);
	});
	for (const rows of queues.values()) rows.sort((a, b) => a.utcMs - b.utcMs);
	return queues;
}

function readRow(record: Record<string, string>, line: number): ForecastRow {
	const start = record.interval_start?.trim() ?? '';
	const parts = TIME.exec(start);
	const utcMs = parts ? Date.parse(start.replace(' ', 'T') + (parts[4] ? '' : 'Z')) : NaN;
	if (!parts || Number.isNaN(utcMs))
		throw new RefusedError(
			`--plan line ${line}: interval_start "${start}" must be a time such as 2026-03-02T09:00:00+01:00.`
		);
	const aht = record.aht_seconds?.trim();
	return {
		start,
		utcMs,
		date: parts[1]!,
		weekday: new Date(`${parts[1]}T00:00:00Z`).getUTCDay(),
		minuteOfDay: Number(parts[2]) * 60 + Number(parts[3]),
		offered: quantity(record.offered, 'offered', line, 0),
		ahtSeconds: aht ? quantity(aht, 'aht_seconds', line, Number.MIN_VALUE) : null
	};
}

function quantity(text: string | undefined, column: string, line: number, least: number): number {
	const value = text?.trim() ? Number(text) : NaN;
	if (!(value >= least && value < Infinity))
		throw new RefusedError(
			`--plan line ${line}: ${column} "${text ?? ''}" must be a number, ${least === 0 ? '0 or more' : 'above 0'}.`
		);
	return value;
}
