const SHORTEST = 6;
const LEAST_STRENGTH = 2;

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
 * finds more other words than misspellings. Cost of a look-up: O(letters²).
 */
export class MisspellingTable {
	private readonly words = new Map<string, number>();
	/** The first two letters of every word. */
	private readonly starts = new Set<string>();
	private readonly shortened = new Map<string, number>();

	constructor(entries: Iterable<readonly [string, number]>) {
		for (const [word, strength] of entries) {
			if (word.length < SHORTEST || Math.abs(strength) < LEAST_STRENGTH) continue;
			this.words.set(single(word), strength);
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
		for (let i = 1; i < plain.length; i++) {
			const [before, here, next, rest] = [
				plain.slice(0, i),
				plain[i]!,
				plain[i + 1] ?? '',
				plain.slice(i + 2)
			];
			const strength =
				this.words.get(before + next + rest) ??
				(next ? this.words.get(before + next + here + rest) : undefined);
			if (strength !== undefined) return strength;
		}
		return undefined;
	}
}
