import type { Moods } from './find-moods.ts';
import type { Token } from './tokenise.ts';
import { hashText } from './hash.ts';
import type { WordFacts } from './word-facts.ts';

/** What the model sees of a turn: named measures, hashes of its words and word pairs, and words for their letter groups. */
export interface Measures {
	dense: Float64Array;
	words: number[];
	pairs: number[];
	spelt: WordFacts[];
}

export const DENSE_COUNT = 52;
const LONG_TURN = 64;
const squash = (x: number, a = 15) => x / Math.sqrt(x * x + a);

/** Measures a turn for the model. Cost: linear in the number of tokens. */
export function measureTurn(tokens: readonly Token[], moods: Moods): Measures {
	const words: number[] = [];
	const pairs: number[] = [];
	const spelt: WordFacts[] = [];
	const counts = {
		words: 0,
		marks: 0,
		caps: 0,
		exclaim: 0,
		ask: 0,
		dots: 0,
		quotes: 0,
		laugh: 0,
		stretched: 0
	};
	const other = { mention: 0, link: 0, tagged: 0, number: 0, first: 0, second: 0, question: 0, faces: 0 };
	let before = 0;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		let hash: number;
		const fact = moods.facts[i];
		if (fact) {
			hash = fact.hash;
			counts.words++;
			if (fact.capitals) counts.caps++;
			if (fact.stretched) counts.stretched++;
			if (fact.laughs) counts.laugh++;
			if (token.tagged) other.tagged++;
			if (fact.firstPerson) other.first++;
			if (fact.secondPerson) other.second++;
			if (fact.asks) other.question++;
			if (fact.gramCount > 0) spelt.push(fact);
			words.push(hash);
			if (moods.negated[i]) words.push(Math.imul(hash, 31) >>> 0);
		} else {
			if (token.kind === 'mark') {
				counts.marks++;
				if (token.text.includes('!')) counts.exclaim += Math.min(3, token.text.length);
				if (token.text.includes('?')) counts.ask++;
				if (/^\.\.|…/.test(token.text)) counts.dots++;
				if (/["“”]/.test(token.text)) counts.quotes++;
			} else if (token.kind === 'mention' || token.kind === 'link' || token.kind === 'number')
				other[token.kind]++;
			else other.faces++;
			hash = hashText(
				token.kind === 'mention' || token.kind === 'link' || token.kind === 'number'
					? token.kind
					: token.text.slice(0, 3),
				2
			);
			words.push(hash);
		}
		pairs.push(Math.imul(before, 0x01000193) ^ hash);
		before = hash;
	}
	const dense = measureMoods(tokens, moods, counts, other);
	if (tokens.length <= LONG_TURN) return { dense, words, pairs, spelt };
	// In a long turn what is said again adds nothing; in a short one repeats are few, and a set costs more than they do.
	return {
		dense,
		words: [...new Set(words)],
		pairs: [...new Set(pairs)],
		spelt: [...new Map(spelt.map((fact) => [fact.folded, fact])).values()]
	};
}

function measureMoods(
	tokens: readonly Token[],
	moods: Moods,
	counts: Record<string, number>,
	other: Record<string, number>
): Float64Array {
	let [sum, pos, neg, maxPos, maxNeg, nPos, nNeg, weak] = [0, 0, 0, 0, 0, 0, 0, 0];
	let [markSum, phraseSum, wordSum, negatedPos, negatedNeg, capsSum, lateSum, earlySum] = [
		0, 0, 0, 0, 0, 0, 0, 0
	];
	for (const hit of moods.hits) {
		const s = hit.strength;
		sum += s;
		if (s > 0) {
			pos += s;
			nPos++;
			maxPos = Math.max(maxPos, s);
		} else {
			neg -= s;
			nNeg++;
			maxNeg = Math.max(maxNeg, -s);
		}
		if (Math.abs(s) < 1.3) weak += s;
		if (hit.kind === 'mark') markSum += s;
		else if (hit.kind === 'phrase') phraseSum += s;
		else wordSum += s;
		if (hit.negated && s < 0) negatedPos -= s;
		else if (hit.negated) negatedNeg += s;
		if (hit.capitals || hit.stretched) capsSum += s;
		if (hit.last * 3 >= tokens.length * 2) lateSum += s;
		if (hit.first * 3 < tokens.length) earlySum += s;
	}
	const n = Math.max(1, counts.words!);
	const last = moods.hits.at(-1)?.strength ?? 0;
	const first = moods.hits[0]?.strength ?? 0;
	const compound = squash(sum);
	const loud = squash(counts.exclaim!, 4);
	const dense = [
		1,
		compound,
		squash(sum, 4),
		squash(sum, 40),
		squash(pos),
		squash(neg),
		squash(pos, 4),
		squash(neg, 4),
		maxPos / 4,
		maxNeg / 4,
		Math.max(-1, Math.min(1, sum / n)),
		pos / (pos + neg + 2),
		neg / (pos + neg + 2),
		squash(nPos, 4),
		squash(nNeg, 4),
		nPos + nNeg === 0 ? 1 : 0,
		nPos > 0 && nNeg === 0 ? 1 : 0,
		nNeg > 0 && nPos === 0 ? 1 : 0,
		nPos > 0 && nNeg > 0 ? 1 : 0,
		squash(weak, 4),
		squash(markSum, 4),
		squash(phraseSum, 6),
		squash(wordSum, 15),
		squash(negatedPos, 4),
		squash(negatedNeg, 4),
		squash(capsSum, 6),
		squash(lateSum, 6),
		squash(earlySum, 6),
		last / 4,
		first / 4,
		loud,
		loud * compound,
		squash(counts.ask!, 1),
		squash(counts.ask!, 1) * compound,
		squash(counts.dots!, 1),
		squash(counts.quotes!, 1),
		squash(counts.laugh!, 1),
		squash(counts.stretched!, 1),
		squash(counts.stretched!, 1) * compound,
		squash(other.mention!, 1),
		squash(other.link!, 1),
		squash(other.tagged!, 4),
		squash(other.number!, 4),
		squash(other.first!, 4),
		squash(other.second!, 4),
		squash(other.question!, 4),
		Math.log2(1 + counts.words!) / 6,
		counts.caps! / n,
		moods.irony,
		squash(moods.contrasts, 1),
		squash(moods.negators, 4),
		squash(moods.boosters, 4)
	];
	return Float64Array.from(dense);
}
