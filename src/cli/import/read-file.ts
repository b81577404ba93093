import { readFileSync } from 'node:fs';
import { RefusedError } from '../verb.ts';

/** A file's bytes; a file that is not there or cannot be read is refused with the reason. */
export function readFile(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		throw new RefusedError(
			`cannot read "${path}": ${code === 'ENOENT' ? 'there is no such file' : message}.`
		);
	}
}
