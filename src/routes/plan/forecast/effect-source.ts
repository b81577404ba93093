import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where the effect of a special day comes from, in words. */
export function effectSource({
	source,
	occurrences
}: {
	source: 'set' | 'learned' | 'all-days' | 'none' | null;
	occurrences: number | null;
}): string {
	switch (source) {
		case 'set':
			return m.special_source_set();
		case 'learned':
			return occurrences === 1
				? m.special_source_learned_once()
				: m.special_source_learned({ count: formatCount(occurrences) });
		case 'all-days':
			return m.special_source_all_days();
		case 'none':
			return m.special_source_none();
		case null:
			return '–';
	}
}
