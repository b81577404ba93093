import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { composeConversation, type Talk } from '../../simulation/transcripts/compose-conversation.ts';
import { ENGLISH } from '../../simulation/transcripts/english.ts';
import type { Turn } from '../turn.ts';
import { summarise } from './summarise.ts';

/** `C` the customer, `A` the agent, `B` the bot; `*` before a sentence's turn: its words must be in the summary. */
function read(text: string): { turns: Turn[]; wanted: number[] } {
	const PARTY = { C: 'customer', A: 'agent', B: 'bot' } as const;
	const wanted: number[] = [];
	const turns = text
		.trim()
		.split('\n')
		.map((line, i) => {
			const [, mark, party, said] = /^\s*(\*?)([CAB]): (.*)$/.exec(line)!;
			if (mark) wanted.push(i);
			return { party: PARTY[party as 'C'], text: said! };
		});
	return { turns, wanted };
}

const GOLDEN = [
	`B: Hello, I am the assistant of Costa Clara.
	*C: Hi. I was charged twice for the February bill, 84.20 each time.
	B: Could you tell me the contract number?
	C: It's CC1234567.
	A: Good morning, this is Ana, how can I help?
	C: Good morning.
	*C: I want the second payment back on my card.
	*A: I can see that two payments of 84.20 were taken on 3 March.
	C: OK, thank you.
	*A: I have asked for the refund of 84.20, you will have it in five days.
	C: Perfect, thanks.
	A: Have a nice day!`,
	`A: Costa Clara, buenos días, le atiende Marta.
	*C: Buenos días. Llevo sin internet desde el lunes y trabajo en casa.
	A: Vaya, lo siento. ¿Me dice su dirección?
	C: Calle Mayor 12, en Denia.
	A: Un momento, por favor.
	*A: Veo que hay una avería en su zona.
	*C: ¿Me podrían mandar un técnico hoy?
	*A: Un técnico irá mañana entre las 9:00 y las 11:00.
	C: Vale, gracias.
	A: Que tenga buen día.`,
	`C: hola
	B: Hola, ¿en qué le puedo ayudar?
	*C: quiero cambiar la cuenta del banco de los recibos
	B: ¿Me da los cuatro últimos números?
	C: 4412
	*B: La cuenta está cambiada, se le cobrará ahí desde la próxima factura.
	C: genial, gracias`,
	`C: Hello
	*C: My router does not turn on since the storm
	A: Let me check.
	*A: It looks like the power unit is broken.
	*C: Could you send me a new one before Friday?
	*A: I am afraid it will be Monday, I have nothing earlier.
	C: This is ridiculous`
];

describe('summarise()', () => {
	it.each(GOLDEN)('takes what carries the conversation, word for word and in order: %#', (text) => {
		const { turns, wanted } = read(text);
		const summary = summarise(turns);
		for (const { turn, start, end, text: said } of summary)
			expect(turns[turn]!.text.slice(start, end)).toBe(said);
		expect(summary.length).toBeLessThanOrEqual(4);
		expect(summary.map(({ turn }) => turn)).toEqual(wanted);
	});

	it('names why each sentence was chosen', () => {
		const { turns } = read(GOLDEN[1]!);
		expect(summarise(turns).map(({ role, text }) => [role, text.split(' ')[0]])).toEqual([
			['problem', 'Llevo'],
			['fact', 'Veo'],
			['request', '¿Me'],
			['outcome', 'Un']
		]);
	});

	it('keeps to the number of sentences, and the problem comes first', () => {
		const { turns } = read(GOLDEN[0]!);
		expect(summarise(turns, { sentences: 1 }).map(({ turn }) => turn)).toEqual([1]);
		expect(summarise(turns, { sentences: 0 })).toEqual([]);
		expect(() => summarise(turns, { sentences: 1.5 })).toThrow('whole number');
	});

	it('says nothing where nothing was said', () => {
		expect(summarise([])).toEqual([]);
		expect(summarise([{ party: 'customer', text: 'hola, buenos días' }])).toEqual([]);
	});

	it('has what the customer came with and what came of it in nearly all conversations of the demo', () => {
		let [conversations, came, outcome] = [0, 0, 0];
		for (let seed = 1; seed <= 200; seed++) {
			const talk: Talk = {
				language: seed % 2 ? 'en' : 'es',
				channel: 'chat',
				intent: Object.keys(ENGLISH.intents)[seed % Object.keys(ENGLISH.intents).length]!,
				site: 'Costa Clara',
				agentName: 'Ana Gil',
				customerName: 'Luis Ros',
				startMood: -0.3,
				endMood: 0.2,
				resolved: seed % 3 > 0,
				afterBot: false,
				leg: 0,
				transferredOn: false,
				hold: null,
				talkSeconds: 500
			};
			const turns: Turn[] = composeConversation(createRandom(seed), talk).map(({ party, text }) => ({
				party: party as Turn['party'],
				text
			}));
			const summary = summarise(turns);
			const first = turns.findIndex(({ party }) => party === 'customer');
			conversations++;
			if (summary.some(({ turn }) => turn === first)) came++;
			if (summary.some(({ turn, role }) => role === 'outcome' && turn > turns.length / 2)) outcome++;
		}
		expect(came / conversations).toBeGreaterThan(0.9);
		expect(outcome / conversations).toBeGreaterThan(0.9);
	});
});
