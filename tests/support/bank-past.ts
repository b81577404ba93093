import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { bankFloor, type bankCalls } from './bank-floor.ts';

/** The start of a day such as "990103" by the bank's clock. */
export const bankDayStart = (date: string): number =>
	Date.parse(`19${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}T00:00:00+02:00`);

const rounded = (value: number | null): number | null =>
	value === null ? null : Math.round(value * 1e6) / 1e6;

/** The floor's numbers of a moment in the words of the oracle, and the oracle's own. */
export function bankMoment(
	floor: Pick<FloorSnapshot, 'queues' | 'site'>,
	calls: ReturnType<typeof bankCalls>,
	dayStartMs: number,
	second: number
): { shown: unknown; expected: unknown } {
	const { queues, bots } = bankFloor(calls, second);
	const shown = floor.queues
		.filter(({ today }) => today.offered > 0)
		.map(({ id, waiting, oldestEnteredAt, handling, today }) => ({
			id,
			waiting,
			oldestSecond: oldestEnteredAt === null ? null : (oldestEnteredAt - dayStartMs) / 1000,
			handling,
			offered: today.offered,
			answered: today.answered,
			abandoned: today.abandoned,
			answeredInThreshold: today.answeredInThreshold,
			abandonedInThreshold: today.abandonedInThreshold,
			serviceLevel: rounded(today.serviceLevel),
			asaSeconds: rounded(today.asaSeconds),
			talkSeconds: rounded(today.talkSeconds)
		}));
	const expected = Object.entries(queues).map(([id, q]) => ({
		id,
		waiting: q.waiting,
		oldestSecond: q.oldestSecond,
		handling: q.handling,
		offered: q.offered,
		answered: q.answered,
		abandoned: q.abandoned,
		answeredInThreshold: q.answeredInThreshold,
		abandonedInThreshold: q.abandonedInThreshold,
		serviceLevel: rounded(
			q.answered + q.abandoned > 0 ? q.answeredInThreshold / (q.answered + q.abandoned) : null
		),
		asaSeconds: rounded(q.answered > 0 ? q.waitSeconds / q.answered : null),
		talkSeconds: rounded(q.handled > 0 ? q.talkSeconds / q.handled : null)
	}));
	const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
	const { active, sessions, resolved, escalated } = floor.site.bots;
	return {
		shown: { queues: shown.sort(byId), bots: { active, sessions, escalated, resolved } },
		expected: { queues: expected.sort(byId), bots }
	};
}
