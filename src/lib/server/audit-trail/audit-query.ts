import { z } from 'zod';
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';

const words = z.string().trim().max(200).catch('');
const date = z.iso.date().nullable().catch(null);

/** A search of the audit, as an address holds it; what cannot be read is left out. */
export const AuditQuery = z.object({
	/** `user:ID`, `key:ID` or `system`; empty = anyone. */
	who: words,
	/** `noun.verb`, or `noun` for all of its verbs. */
	action: words,
	/** `noun:ID`, or `noun`. */
	subject: words,
	/** Local dates, both included. */
	from: date,
	to: date,
	/** Anywhere in an entry. */
	words,
	/** Entries before this one: the next page. */
	before: z.coerce.number().int().positive().nullable().catch(null)
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const parseAuditQuery = (params: URLSearchParams): AuditQuery =>
	AuditQuery.parse(
		Object.fromEntries(Object.keys(AuditQuery.shape).map((name) => [name, params.get(name) ?? '']))
	);

const midnight = (day: string, timeZone: string): Date => {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return new TZDate(year, month - 1, date, timeZone);
};

/** As SQL over `audit_log AS a`. */
export function auditConditions(
	query: AuditQuery,
	timeZone: string
): { where: string; args: (string | number)[] } {
	const parts: string[] = [];
	const args: (string | number)[] = [];
	const add = (sql: string, ...values: (string | number)[]) => {
		parts.push(sql);
		args.push(...values);
	};
	if (query.who) add('a.actor = ?', query.who);
	// A prefix as a range, so that the index serves it.
	const prefixed = (column: string, value: string, mark: string) =>
		add(
			`(${column} = ? OR (${column} >= ? AND ${column} < ?))`,
			value,
			value + mark,
			value + String.fromCharCode(mark.charCodeAt(0) + 1)
		);
	if (query.action) prefixed('a.action', query.action, '.');
	if (query.subject) prefixed('a.subject', query.subject, ':');
	if (query.from) add('a.at >= ?', midnight(query.from, timeZone).getTime());
	if (query.to) add('a.at < ?', addDays(midnight(query.to, timeZone), 1).getTime());
	for (const word of query.words.toLowerCase().split(/\s+/).filter(Boolean))
		add(
			`instr(lower(a.action || ' ' || a.subject || ' ' || coalesce(a."before", '') || ' ' || coalesce(a."after", '') || ' ' ||
				coalesce(a.reason, '') || ' ' || coalesce(a.address, '') || ' ' || coalesce(a.request_id, '') || ' ' || coalesce(u.name, '') || ' ' || coalesce(k.name, '')), ?) > 0`,
			word
		);
	return { where: parts.length > 0 ? parts.join(' AND ') : 'true', args };
}
