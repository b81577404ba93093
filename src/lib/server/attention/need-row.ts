import type { ContactCare, NeedReasonRow, NeedRow } from '#lib/contracts/needs.ts';
import type { NeedFacts, NeedReason, PersonNeed } from '#solver/attention/index.ts';
import type { ToldByWords } from '../intents/index.ts';
import { isDemoSource, type ContactFold } from '../live/index.ts';
import { queueOf } from './need-facts.ts';

const MOST_REASONS = 5;
const MOST_MOODS = 16;
const MOST_LETTERS = 160;

const hundredth = (value: number): number => Math.round(value * 100) / 100;
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;

/** Without the weight, which moves with every second of a wait, and to what is shown. */
function reasonRow({ weight: _, ...reason }: NeedReason): NeedReasonRow {
	if (reason.kind === 'mood-low') return { ...reason, mood: tenth(reason.mood) };
	if (reason.kind === 'mood-fell') return { ...reason, from: tenth(reason.from), to: tenth(reason.to) };
	return reason;
}

function lastWords({ messages }: ContactFold): string | null {
	const text = messages.findLast(({ party }) => party === 'customer')?.text.trim();
	if (!text) return null;
	return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).toWellFormed().trimEnd()}…`;
}

export function needRow(
	fold: ContactFold,
	facts: NeedFacts,
	need: PersonNeed,
	{
		told,
		...more
	}: {
		needsSince: number | null;
		clockOffsetMs: number;
		care: ContactCare | null;
		told: ToldByWords | null;
	}
): NeedRow {
	return {
		id: fold.id,
		customer: fold.customer,
		channel: fold.channel,
		language: fold.language ?? told?.language ?? null,
		intent: fold.intent ?? told?.intent ?? null,
		intentProbability:
			fold.intent !== null || !told || told.intent === null ? null : hundredth(told.probability),
		queueId: queueOf(fold),
		agentId: fold.handling?.agent ?? null,
		place: facts.place,
		urgency: Math.round(need.urgency * 100) / 100,
		moods: facts.moods.slice(-MOST_MOODS).map(tenth),
		reasons: need.reasons.slice(0, MOST_REASONS).map(reasonRow),
		lastWords: lastWords(fold),
		isDemo: isDemoSource(fold.source),
		...more
	};
}
