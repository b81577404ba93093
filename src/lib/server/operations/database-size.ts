import { statSync } from 'node:fs';
import type { Context } from '../context.ts';

export interface DatabaseSize {
	bytes: number;
	/** Of them free to be used again, after a purge. */
	freeBytes: number;
	/** Written and not yet in the database's own file. */
	walBytes: number;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

export async function databaseSize({ db: { client } }: Context): Promise<DatabaseSize> {
	const [pages, size, free, list] = await client.batch(
		['PRAGMA page_count', 'PRAGMA page_size', 'PRAGMA freelist_count', 'PRAGMA database_list'],
		'read'
	);
	const pageBytes = Number(size!.rows[0]![0]);
	const file = String(list!.rows[0]!.file ?? '');
	return {
		bytes: Number(pages!.rows[0]![0]) * pageBytes,
		freeBytes: Number(free!.rows[0]![0]) * pageBytes,
		walBytes: file ? sizeOf(`${file}-wal`) : 0
	};
}
