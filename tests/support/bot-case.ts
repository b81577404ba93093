import type { MareaEvent } from '#solver/simulation/index.ts';

/** One event of the case before it has a time: seconds after its beginning, type and data. */
type Step = [seconds: number, type: string, data?: Record<string, unknown>];

const WORDS = {
	en: {
		greeting: 'Hello! I am Clara, the assistant of Costa Clara. What is it about?',
		problem: 'You have charged me 84.20 euros twice this month and nobody answers my letters!',
		askContract: 'I can help with that. What is your contract number?',
		contract: 'It is CC1234567, my card is 4111 1111 1111 1111.',
		askInvoice: 'Thank you, I have found contract CC1234567. Is it the invoice of 3 November?',
		invoice: 'Yes, the one of 3 November. I want the second charge of 84.20 euros back.',
		lost: 'Sorry, I did not quite get that. Could you say it in other words?',
		again: 'This is useless. I want to talk to a person.',
		handsOver: 'Of course, I am passing you to a colleague.',
		gap: 'I hope I do not have to tell it all again.',
		gap2: 'Are you there?',
		agent: 'I have your conversation in front of me and can see the two charges.',
		thanks: 'Finally somebody who helps, thank you so much!',
		bye: 'The second charge goes back to your account, 84.20 euros in three days.',
		late: 'Would you like to rate our assistant?'
	},
	es: {
		greeting: '¡Hola! Soy Clara, la asistente de Costa Clara. ¿De qué se trata?',
		problem: '¡Me han cobrado 84,20 euros dos veces este mes y nadie contesta a mis cartas!',
		askContract: 'Puedo ayudarle con eso. ¿Cuál es su número de contrato?',
		contract: 'Es el CC1234567, mi tarjeta es 4111 1111 1111 1111.',
		askInvoice: 'Gracias, ya tengo el contrato CC1234567. ¿Es la factura del 3 de noviembre?',
		invoice: 'Sí, la del 3 de noviembre. Quiero que me devuelvan el segundo cobro de 84,20 euros.',
		lost: 'Perdone, no le he entendido bien. ¿Puede decirlo con otras palabras?',
		again: 'Esto no sirve para nada. Quiero hablar con una persona.',
		handsOver: 'Por supuesto, le paso con un compañero.',
		gap: 'Espero no tener que contarlo todo otra vez.',
		gap2: '¿Sigue ahí?',
		agent: 'Tengo delante su conversación y veo los dos cobros.',
		thanks: '¡Por fin alguien que ayuda, muchas gracias!',
		bye: 'El segundo cobro vuelve a su cuenta, 84,20 euros en tres días.',
		late: '¿Quiere valorar a nuestro asistente?'
	}
};
export type CaseWords = (typeof WORDS)['en'];

export interface BotCase {
	contact: string;
	customer: string;
	customerName: string;
	queue: string;
	language: 'en' | 'es';
	/** Who answers. */
	agent: string;
	/** When it begins. */
	atMs: number;
}

/** What is told of the case, part by part: with the bot, the seam, with the person, afterwards. */
export function botCase({ contact, customer, customerName, queue, language, agent, atMs }: BotCase) {
	const words: CaseWords = WORDS[language];
	const say = (party: string, text: string) => ({ party, text });
	const parts: Record<'bot' | 'escalation' | 'gap' | 'answer' | 'talk' | 'end' | 'late', Step[]> = {
		bot: [
			[0, 'contact.started', { customerName, priority: 9 }],
			[0.1, 'bot.started', { bot: 'clara' }],
			[1, 'message', say('bot', words.greeting)],
			[8, 'message', say('customer', words.problem)],
			[9, 'bot.turn', { bot: 'clara', turn: 1, understood: true, facts: { amount: '84.20' } }],
			[10, 'message', say('bot', words.askContract)],
			[20, 'message', say('customer', words.contract)],
			[21, 'bot.turn', { bot: 'clara', turn: 2, understood: true, verified: { contract: 'CC1234567', identity: true }, facts: { amount: '84.20', card: '4111 1111 1111 1111' } }], // prettier-ignore
			[22, 'message', say('bot', words.askInvoice)],
			[34, 'message', say('customer', words.invoice)],
			[35, 'bot.turn', { bot: 'clara', turn: 3, understood: false }],
			[36, 'message', say('bot', words.lost)],
			[44, 'message', say('customer', words.again)],
			[45, 'bot.turn', { bot: 'clara', turn: 4, understood: true }]
		],
		escalation: [
			[46, 'message', say('bot', words.handsOver)],
			[47, 'bot.escalated', { bot: 'clara', reason: 'person requested' }],
			[48, 'contact.queued', {}]
		],
		gap: [
			[52, 'message', say('customer', words.gap)],
			[57, 'message', say('customer', words.gap2)]
		],
		answer: [
			[60, 'contact.offered', { agent }],
			[62, 'contact.answered', { agent }]
		],
		talk: [
			[66, 'message', say('agent', words.agent)],
			[80, 'message', say('agent', words.bye)],
			[90, 'message', say('customer', words.thanks)]
		],
		late: [[70, 'message', { ...say('bot', words.late), bot: 'clara' }]],
		end: [
			[100, 'contact.ended', {}],
			[110, 'contact.wrapped', { agent, resolved: true }],
			[115, 'survey', { score: 5 }]
		]
	};
	const common = { contact, customer, queue, language, channel: 'chat', intent: 'billing' };
	let n = 0;
	const events = Object.fromEntries(
		Object.entries(parts).map(([part, steps]) => [
			part,
			steps.map(([seconds, type, data]) => ({
				specversion: '1.0',
				id: `${contact}-${n++}`,
				source: 'bot-case',
				type: `marea.${type}`,
				time: new Date(atMs + seconds * 1000).toISOString(),
				datacontenttype: 'application/json',
				data: { ...common, ...data }
			}))
		])
	) as unknown as Record<keyof typeof parts, MareaEvent[]>;
	return { words, ...events };
}
