/** FNV-1a, 32 bits, over a text's code units, mixed at the end so that the low bits can be used; `seed` names the family. */
export function hashText(text: string, seed: number): number {
	let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return mix(hash);
}

function mix(hash: number): number {
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x2c1b3c6d);
	hash ^= hash >>> 12;
	return hash >>> 0;
}

const LONGEST_WORD = 24;

/**
 * Hashes of every run of `from` to `to` letters in a word with a boundary mark at each end (`<word>`); of long words
 * the first 24 letters.
 */
export function hashGrams(word: string, from: number, to: number, visit: (hash: number) => void): void {
	const marked = `<${word.slice(0, LONGEST_WORD)}>`;
	for (let start = 0; start < marked.length; start++) {
		let hash = 0x811c9dc5;
		const end = Math.min(marked.length, start + to);
		for (let i = start; i < end; i++) {
			hash = Math.imul(hash ^ marked.charCodeAt(i), 0x01000193);
			if (i - start + 1 >= from) visit(mix(hash ^ Math.imul(i - start + 1, 0x9e3779b1)));
		}
	}
}

/** How many runs `hashGrams` visits. */
export function countGrams(word: string, from: number, to: number): number {
	const length = Math.min(word.length, LONGEST_WORD) + 2;
	let count = 0;
	for (let n = from; n <= to; n++) count += Math.max(0, length - n + 1);
	return count;
}
