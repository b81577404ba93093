import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Resolves when the disk has what was written to a file, or a folder's list of names. */
export function syncFile(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
