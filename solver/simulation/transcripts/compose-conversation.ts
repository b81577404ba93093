import type { Random } from '../../numeric/random.ts';
import { pick } from '../draws.ts';
import type { Channel, Language } from '../scenario.ts';
import { fillSlots } from './fill-slots.ts';
import type { Line } from './line.ts';
import { moodBand } from './mood-band.ts';
import { phrasesOf } from './phrases-of.ts';
import { pickOpener } from './pick-opener.ts';
import { typeByHand } from './type-by-hand.ts';

export interface Talk {
	language: Language;
	channel: Channel;
	intent: string;
	site: string;
	agentName: string;
	customerName: string;
	/** −1 to 1. */
	startMood: number;
	endMood: number;
	resolved: boolean;
	afterBot: boolean;
	/** 0, and one more after each transfer. */
	leg: number;
	transferredOn: boolean;
	/** Fraction of the talk at which a hold begins; null = none. */
	hold: number | null;
	talkSeconds: number;
}

/** Seconds of talk for one turn, by channel. */
const TURN_SECONDS: Record<Channel, number> = {
	voice: 13,
	chat: 34,
	messaging: 45,
	social: 60,
	email: Infinity
};
const MOST_TURNS = 34;

/**
 * What customer and agent say from answer to end, drawn from the contact's stream. The mood goes from `startMood` to `endMood`, mostly in the second
 * half, when the customer has heard the finding; each customer turn is worded by the mood of that moment. Lines are
 * spread over the talk by their length, in order, with `at` in (0, 1).
 */
export function composeConversation(contact: Random, talk: Talk): Line[] {
	const random = contact.fork(`talk ${talk.leg}`);
	const fill = fillSlots(contact, talk.language, {
		site: talk.site,
		agent: talk.agentName,
		customer: talk.customerName,
		bot: ''
	});
	const said =
		talk.channel === 'email'
			? writeEmails(random, talk)
			: holdConversation(random, talk, pickOpener(contact, talk.language, talk.intent, talk.startMood));
	const digital = talk.channel !== 'voice' && talk.channel !== 'email';
	const lines = said.map(({ party, text, mood }): Line => {
		const filled = fill(text);
		const typed = digital && party === 'customer' ? typeByHand(random, filled, moodBand(mood)) : filled;
		return { party, text: typed, at: 0 };
	});
	const lengths = lines.map(({ text }) => 25 + text.length);
	const total = lengths.reduce((sum, length) => sum + length, 0);
	let before = 0;
	for (const [i, line] of lines.entries()) {
		line.at = 0.005 + (0.975 * before) / total;
		before += lengths[i]!;
	}
	return lines;
}

interface Said {
	party: 'customer' | 'agent';
	text: string;
	mood: number;
}

function holdConversation(random: Random, talk: Talk, opener: string): Said[] {
	const { bank, about } = phrasesOf(talk.language, talk.intent);
	const wanted = Math.max(4, Math.min(MOST_TURNS, Math.round(talk.talkSeconds / TURN_SECONDS[talk.channel])));
	const said: Said[] = [];
	const mood = () => {
		const progress = Math.min(1, said.length / wanted);
		const turned = progress < 0.4 ? 0.15 * progress : 0.06 + 0.94 * ((progress - 0.4) / 0.6);
		return Math.max(
			-1,
			Math.min(1, talk.startMood + (talk.endMood - talk.startMood) * turned + 0.12 * random.normal())
		);
	};
	const agent = (text: string) => said.push({ party: 'agent', text, mood: 0 });
	const customer = (text: string, at = mood()) => said.push({ party: 'customer', text, mood: at });
	const react = (lists: string[][], at = mood()) => customer(pick(random, lists[moodBand(at)]!), at);
	const used = new Set<string>();
	const fresh = (pairs: [string, string][]) => {
		const left = pairs.filter(([first]) => !used.has(first));
		if (left.length === 0) return null;
		const pair = pick(random, left);
		used.add(pair[0]);
		return pair;
	};
	/** Sometimes with a remark before or after it that fits the mood. */
	const withMood = (text: string) => {
		const at = mood();
		const strong = Math.abs(at) > 0.5 ? 0.5 : 0.22;
		customer(random.uniform() < strong ? `${text} ${pick(random, bank.reactions[moodBand(at)])}` : text, at);
	};

	agent(pick(random, talk.leg > 0 ? bank.greetingsAfterTransfer : bank.greetings));
	const before = [
		...(random.uniform() < 0.65 ? [pick(random, bank.leadIns[moodBand(talk.startMood)])] : []),
		...(talk.leg > 0 && random.uniform() < 0.7 ? [pick(random, bank.afterTransfer)] : []),
		...(talk.afterBot && talk.leg === 0 && random.uniform() < 0.5 ? [pick(random, bank.afterBot)] : [])
	];
	customer([...before, opener].join(' '), talk.startMood);

	const sorry = talk.startMood < -0.2 ? `${pick(random, bank.empathy)} ` : '';
	if (wanted >= 8) {
		agent(sorry + pick(random, bank.askIdentity));
		withMood(pick(random, bank.giveIdentity));
	}
	const askAbout = (prefix = '') => {
		const pair = fresh(about.asks);
		if (!pair) return;
		agent(prefix + pair[0]);
		withMood(pair[1]);
	};
	askAbout(wanted >= 8 ? '' : sorry);
	if (wanted >= 14) askAbout();
	if (talk.hold !== null) {
		agent(pick(random, bank.holdBegins));
		react(bank.reactions);
		agent(`${pick(random, bank.holdEnds)} ${pick(random, about.findings)}`);
		react(bank.reactions);
	} else {
		if (wanted >= 10) {
			agent(pick(random, bank.checking));
			react(bank.reactions);
		}
		agent(pick(random, about.findings));
		if (wanted >= 6) react(bank.reactions);
	}
	const ending = wanted >= 8 ? 5 : 2;
	while (said.length < wanted - ending - 1) {
		const pair =
			fresh(random.uniform() < 0.6 ? about.questions : bank.fillers) ??
			fresh(bank.fillers) ??
			fresh(about.asks);
		if (!pair) break;
		withMood(pair[0]);
		agent(pair[1]);
		if (random.uniform() < 0.3) react(bank.reactions);
	}
	if (talk.transferredOn) {
		agent(pick(random, bank.transferring));
		react(bank.reactions, talk.endMood);
		return said;
	}
	agent(pick(random, talk.resolved ? about.solutions : about.failures));
	react(bank.reactions, talk.endMood);
	if (ending === 5) {
		agent(pick(random, bank.anythingElse));
		react(bank.closings, talk.endMood);
	}
	agent(pick(random, bank.goodbyes));
	return said;
}

/** One letter and its answer. */
function writeEmails(random: Random, talk: Talk): Said[] {
	const { bank, about } = phrasesOf(talk.language, talk.intent);
	const band = moodBand(talk.startMood);
	const letter = [
		bank.emailGreeting,
		pick(random, band <= 1 ? about.upsetOpeners : about.openers),
		...(band !== 2 ? [pick(random, bank.reactions[band])] : []),
		pick(random, about.questions)[0],
		bank.emailClose
	];
	const reply = [
		bank.emailReplyOpen,
		...(band <= 1 ? [pick(random, bank.empathy)] : []),
		pick(random, about.findings),
		pick(random, talk.resolved ? about.solutions : about.failures),
		bank.emailReplyClose
	];
	return [
		{ party: 'customer', text: letter.join(' '), mood: talk.startMood },
		{ party: 'agent', text: reply.join(' '), mood: 0 }
	];
}
