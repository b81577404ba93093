/** Contacts that are alike (channel, language, intent), of a queue or of none. */
export interface BotCount {
	/** Null: closed by a bot before it came to a queue. */
	queueId: string | null;
	like: string;
	contacts: number;
	escalated: number;
	closed: number;
}

type Sum = Omit<BotCount, 'queueId' | 'like'>;

/**
 * Contacts by queue. What a bot closed never came to one: it counts for the queues to which bots handed the contacts
 * like it, in proportion; where there were none like it, it counts for nobody.
 */
export function shareOutClosed(counts: readonly BotCount[]): Map<string, Sum> {
	const queues = new Map<string, Sum>();
	const add = (queueId: string, some: Sum): void => {
		const sum = queues.get(queueId) ?? { contacts: 0, escalated: 0, closed: 0 };
		queues.set(queueId, {
			contacts: sum.contacts + some.contacts,
			escalated: sum.escalated + some.escalated,
			closed: sum.closed + some.closed
		});
	};
	for (const ofLike of Map.groupBy(counts, ({ like }) => like).values()) {
		const handed = ofLike.reduce((sum, one) => sum + (one.queueId === null ? 0 : one.escalated), 0);
		const closed = ofLike.reduce((sum, one) => sum + (one.queueId === null ? one.closed : 0), 0);
		for (const { queueId, contacts, escalated, closed: own } of ofLike) {
			if (queueId === null) continue;
			const more = handed > 0 ? (closed * escalated) / handed : 0;
			add(queueId, { contacts: contacts + more, escalated, closed: own + more });
		}
	}
	return queues;
}
