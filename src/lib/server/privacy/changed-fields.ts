import type { FieldChange } from '../audit/index.ts';
import { ERASED_WORDS } from './pseudonym.ts';

/** The fields of an audit entry that may hold words, as they are stored. */
export interface AuditTexts {
	id: number;
	before: string | null;
	after: string | null;
	reason: string | null;
}

/** What an erasure changes in audit entries; entries that hold nothing of it are left alone. */
export const changedFields = (
	entries: readonly AuditTexts[],
	erase: (value: unknown) => unknown
): FieldChange[] =>
	entries.flatMap(({ id, before, after, reason }) => {
		const changes: FieldChange[] = [];
		for (const [field, text] of [
			['before', before],
			['after', after]
		] as const) {
			const value = text === null ? null : JSON.stringify(erase(JSON.parse(text)));
			if (value !== text) changes.push({ entryId: id, field, value });
		}
		if (reason !== null && reason !== ERASED_WORDS)
			changes.push({ entryId: id, field: 'reason', value: ERASED_WORDS });
		return changes;
	});
