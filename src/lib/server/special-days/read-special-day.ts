import { SpecialDayInput } from './special-day.ts';
import type { z } from 'zod';

/** Why a row of a file was left out. */
export interface SpecialDayProblem {
	line: number;
	problem: 'date' | 'name' | 'queue' | 'effect' | 'factor' | 'ignored' | 'source' | 'too-many-rows';
	value: string;
}

type Day = z.output<typeof SpecialDayInput>;

const YES = /^(yes|true|1|sí|si|x)$/i;
const NO = /^(no|false|0|)$/i;

/** One row of a file of special days; `queueOf` gives the id for a queue's id or name. */
export function readSpecialDay(
	cells: Record<string, string | undefined>,
	line: number,
	queueOf: ReadonlyMap<string, string>
): { day: Day } | SpecialDayProblem {
	const cell = (name: string) => (cells[name] ?? '').trim();
	const fail = (problem: SpecialDayProblem['problem'], value = cell(problem)): SpecialDayProblem => ({
		line,
		problem,
		value
	});
	const queueId = cell('queue') === '' ? null : queueOf.get(cell('queue'));
	if (queueId === undefined) return fail('queue');
	const text = cell('factor').replace(',', '.');
	const factor = text === '' ? null : Number(text);
	if (factor !== null && !(factor >= 0 && factor <= 100)) return fail('factor');
	const effect = cell('effect').toLowerCase() || (factor === null ? 'learned' : 'factor');
	if (!['closed', 'factor', 'learned'].includes(effect)) return fail('effect');
	if (effect === 'factor' && factor === null) return fail('factor');
	if (!YES.test(cell('ignored')) && !NO.test(cell('ignored'))) return fail('ignored');
	const source = cell('source').toLowerCase() || 'own';
	const parsed = SpecialDayInput.safeParse({
		date: cell('date'),
		name: cell('name'),
		queueId,
		isClosed: effect === 'closed',
		factor: effect === 'factor' ? factor : null,
		isIgnored: YES.test(cell('ignored')),
		source
	});
	if (parsed.success) return { day: parsed.data };
	const at = String(parsed.error.issues[0]?.path[0] ?? 'name');
	return fail(at === 'date' || at === 'source' ? at : 'name');
}
