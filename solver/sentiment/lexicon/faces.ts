import { EMOJI } from './emoji.ts';

/** The typed faces of EMOJI, longest first, so that `:))` is not read as `:)`. */
export const FACES: readonly string[] = Object.values(EMOJI)
	.flatMap((line) => line.split(/\s+/))
	.filter((mark) => /^[\x20-\x7e]{2,}$/.test(mark))
	.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
