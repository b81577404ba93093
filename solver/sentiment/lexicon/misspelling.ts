const SHORTEST = 6;
const LEAST_STRENGTH = 2;

/** A word's hash is the sum of its letters times powers of BASE (mod 2^32), so that of a changed word costs nothing new. */
const BASE = 0x01000193;
const POWERS = new Int32Array(32).fill(1);
for (let i = 1; i < POWERS.length; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);
const SEEN_BITS = 16;
const place = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - SEEN_BITS);

function hashOf(word: string): number {
	let hash = 0;
	for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, BASE) + word.charCodeAt(i)) | 0;
	return hash;
}

const single = (word: string) => word.replace(/(.)\1+/g, '$1');

/** Spelling by ear: letters that Spanish speakers confuse are made one ("grasias", "estoi", "haver"). */
export function spanishSound(word: string): string {
	return word
		.replace(/h/g, '')
		.replace(/qu(?=[ei])/g, 'k')
		.replace(/[cz](?=[ei])|z/g, 's')
		.replace(/c/g, 'k')
		.replace(/v/g, 'b')
		.replace(/g(?=[ei])/g, 'j')
		.replace(/ll/g, 'y')
		.replace(/i(?![a-z])/g, 'y')
		.replace(/(.)\1/g, '$1');
}

/** The first letter is seldom wrong, and keeping it avoids most false friends. */
function withoutOneLetter(word: string): string[] {
	const shorter: string[] = [];
	for (let i = 1; i < word.length; i++) shorter.push(word.slice(0, i) + word.slice(i + 1));
	return shorter;
}

/**
 * Finds words of a lexicon of which one letter is missing or added, two neighbours are swapped, or letters are doubled
 * or not; only strong words of six letters and more, first letter right. A changed letter is not looked for: it
 * finds more other words than misspellings. Cost of a look-up: linear in the letters.
 */
export class MisspellingTable {
	private readonly words = new Map<string, number>();
	/** The first two letters of every word. */
	private readonly starts = new Set<string>();
	private readonly shortened = new Map<string, number>();
	/** Which hashes the words have: most changed words are dismissed by it unmade. */
	private readonly seen = new Uint8Array(1 << SEEN_BITS);

	constructor(entries: Iterable<readonly [string, number]>) {
		for (const [word, strength] of entries) {
			if (word.length < SHORTEST || Math.abs(strength) < LEAST_STRENGTH) continue;
			this.words.set(single(word), strength);
			this.seen[place(hashOf(single(word)))] = 1;
			this.starts.add(word.slice(0, 2));
			for (const shorter of withoutOneLetter(single(word)))
				if (!this.shortened.has(shorter)) this.shortened.set(shorter, strength);
		}
	}

	lookUp(word: string): number | undefined {
		if (word.length < SHORTEST || word.length > 24) return undefined;
		const plain = single(word);
		const found = this.words.get(plain) ?? this.shortened.get(plain);
		if (found !== undefined) return found;
		if (!this.starts.has(plain.slice(0, 2)) && !this.starts.has(plain[0]! + plain[2]!)) return undefined;
		const after = new Int32Array(plain.length + 2);
		for (let i = plain.length - 1; i >= 0; i--)
			after[i] = (after[i + 1]! + Math.imul(plain.charCodeAt(i), POWERS[plain.length - 1 - i]!)) | 0;
		let before = plain.charCodeAt(0);
		for (let i = 1; i < plain.length; i++) {
			const left = plain.length - 1 - i;
			const without = (Math.imul(before, POWERS[left]!) + after[i + 1]!) | 0;
			if (this.seen[place(without)] === 1) {
				const strength = this.words.get(plain.slice(0, i) + plain.slice(i + 1));
				if (strength !== undefined) return strength;
			}
			if (left > 0) {
				const pair = (Math.imul(plain.charCodeAt(i + 1), BASE) + plain.charCodeAt(i)) | 0;
				const swapped =
					(Math.imul(Math.imul(before, POWERS[2]!) + pair, POWERS[left - 1]!) + after[i + 2]!) | 0;
				if (this.seen[place(swapped)] === 1) {
					const strength = this.words.get(plain.slice(0, i) + plain[i + 1]! + plain[i]! + plain.slice(i + 2));
					if (strength !== undefined) return strength;
				}
			}
			before = (Math.imul(before, BASE) + plain.charCodeAt(i)) | 0;
		}
		return undefined;
	}
}
