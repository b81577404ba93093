import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { decodeText } from '#lib/server/history/index.ts';
import type { CentreOptions } from '#solver/forecasting/index.ts';
import { RefusedError } from '../verb.ts';

export type NamedDay = NonNullable<CentreOptions['specialDays']>[number];

const DAY_MS = 86_400_000;
const SHOWN_ERRORS = 20;

/** Local day number of a date as `2026-12-25`; null for anything else, the 30th of February included. */
function dayOf(text: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const ms = Date.parse(`${text}T00:00:00Z`);
	return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text) ? ms / DAY_MS : null;
}

/**
 * Reads days out of the ordinary: `date,name[,effect[,queue]]`, where effect is a factor on the day's contacts or
 * `closed`, empty to learn it. Refuses the file with every bad row named.
 */
export function readSpecialDays(path: string, queues: readonly string[]): NamedDay[] {
	const refuse = (reason: string) => new RefusedError(`cannot read the special days "${path}": ${reason}`);
	let text: string;
	try {
		text = decodeText(readFileSync(path));
	} catch (error) {
		throw refuse(
			(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message
		);
	}
	const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.map((row) =>
		row.map((c) => c.trim())
	);
	const days: NamedDay[] = [];
	const errors: string[] = [];
	rows.forEach(([date = '', name = '', effect = '', queue = ''], k) => {
		if (k === 0 && /^(date|day|fecha)$/i.test(date)) return;
		const bad = (what: string) => void errors.push(`  line ${k + 1}: ${what}`);
		const day = dayOf(date);
		if (day === null) return bad(`"${date}" is not a date such as 2026-12-25`);
		if (name === '') return bad('the name is missing');
		const isClosed = /^closed$/i.test(effect);
		const factor = effect === '' || isClosed ? null : Number(effect);
		if (factor !== null && !(factor >= 0 && factor < Infinity))
			return bad(`"${effect}" is neither a factor ≥ 0 nor "closed"`);
		if (queue !== '' && !queues.includes(queue)) return bad(`there is no queue "${queue}" in the history`);
		days.push({ day, name, factor, isClosed, queueId: queue || null });
	});
	if (errors.length > 0) {
		const rest = errors.length - SHOWN_ERRORS;
		throw new RefusedError(
			[
				`the special days "${path}" cannot be used:`,
				...errors.slice(0, SHOWN_ERRORS),
				...(rest > 0 ? [`  … and ${rest} more`] : [])
			].join('\n')
		);
	}
	return days;
}
