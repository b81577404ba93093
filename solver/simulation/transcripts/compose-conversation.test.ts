import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { composeConversation, type Talk } from './compose-conversation.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

const talk: Talk = {
	language: 'es',
	channel: 'voice',
	intent: 'billing',
	site: 'Costa Clara',
	agentName: 'Lucía Fernández',
	customerName: 'Ana García',
	startMood: -0.8,
	endMood: 0.8,
	resolved: true,
	afterBot: false,
	leg: 0,
	transferredOn: false,
	hold: null,
	talkSeconds: 300
};
const root = createRandom(1);
const talks = (change: Partial<Talk>, n = 200) =>
	Array.from({ length: n }, (_, i) => composeConversation(root.fork(`talk ${i}`), { ...talk, ...change }));

describe('composeConversation()', () => {
	it('spreads its lines in order over the talk, more of them in a longer one', () => {
		for (const lines of talks({})) {
			for (let i = 1; i < lines.length; i++) expect(lines[i]!.at).toBeGreaterThan(lines[i - 1]!.at);
			expect(lines[0]!.at).toBeGreaterThan(0);
			expect(lines.at(-1)!.at).toBeLessThan(1);
		}
		const length = (talkSeconds: number) => talks({ talkSeconds }).flat().length;
		expect(length(60)).toBeLessThan(length(200));
		expect(length(200)).toBeLessThan(length(400));
	});

	it('goes from upset words to thanks when the mood turns, and ends in anger when it sours', () => {
		const all = (lists: string[][]) => lists.flat().map((text) => text.replace(/ ?\{\w+\}/g, ''));
		const last = (change: Partial<Talk>) =>
			talks(change).map((lines) => lines.filter(({ party }) => party === 'customer').at(-1)!.text);
		const glad = all([SPANISH.closings[4]]);
		const angry = all([SPANISH.closings[0]]);
		const startsLike = (texts: string[], text: string) =>
			texts.some((one) => text.slice(0, 10) === one.slice(0, 10));
		expect(last({}).every((text) => startsLike(glad, text))).toBe(true);
		expect(last({ endMood: -0.9, resolved: false }).every((text) => startsLike(angry, text))).toBe(true);
	});

	it('seldom says the same conversation twice', () => {
		for (const language of ['en', 'es'] as const) {
			const texts = talks({ language }, 400).map((lines) => lines.map(({ text }) => text).join('|'));
			expect(new Set(texts).size).toBe(400);
		}
	});

	it('keeps an amount the same through one conversation', () => {
		for (const lines of talks({ channel: 'voice' })) {
			const amounts = lines.flatMap(({ text }) =>
				[...text.matchAll(/(\d+(?:,\d\d)?) euros/g)].map((hit) => hit[1]!)
			);
			expect(new Set(amounts).size).toBeLessThanOrEqual(1);
		}
	});

	it('has phrases for the same reasons in both languages', () => {
		expect(Object.keys(ENGLISH.intents).sort()).toEqual(Object.keys(SPANISH.intents).sort());
		expect(Object.keys(ENGLISH.intents)).toHaveLength(9);
	});

	it('types chats by hand and speaks calls cleanly', () => {
		const emoji = /\p{Extended_Pictographic}/u;
		const text = (change: Partial<Talk>) =>
			talks(change)
				.flat()
				.map((line) => line.text)
				.join(' ');
		expect(text({ channel: 'chat', talkSeconds: 700 })).toMatch(emoji);
		expect(text({ channel: 'voice' })).not.toMatch(emoji);
	});
});
