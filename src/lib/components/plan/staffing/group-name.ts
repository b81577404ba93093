import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

const MOST_NAMED = 3;

/** A skill group by what its people take: the first few queues, and how many more. */
export function groupName(queueIds: readonly string[], names: ReadonlyMap<string, string>): string {
	const named = queueIds.slice(0, MOST_NAMED).map((id) => names.get(id) ?? id);
	const more = queueIds.length - named.length;
	const list = named.join(' + ');
	return more > 0 ? m.staffing_group_more({ list, more: formatCount(more) }) : list;
}
