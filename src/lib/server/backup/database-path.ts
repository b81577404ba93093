import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file behind a database's URL: `file:` with a path from the working directory on, or a whole file URL. */
export function databasePath(url: string): string {
	if (!url.startsWith('file:') || url.includes(':memory:'))
		throw new Error(`Finding the database's file: "${url}" must be a file URL such as file:./data/marea.db.`);
	return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}
