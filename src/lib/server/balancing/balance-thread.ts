import { OneThread } from '../one-thread.ts';
import type { AnswerTo, BalanceRequest } from './answer-request.ts';

/** The balancer's thread: requests are worked off in order, so that a what-if waits for a round, not the server for it. */
export class BalanceThread {
	readonly #thread = new OneThread<BalanceRequest, AnswerTo<BalanceRequest>>(
		'src/lib/server/balancing/worker.ts'
	);
	#last: Promise<unknown> = Promise.resolve();

	/** Rejects when the thread fails or is stopped; the next request starts another. */
	ask<R extends BalanceRequest>(request: R): Promise<AnswerTo<R>> {
		const asked = this.#last.then(() => this.#thread.ask(request)) as Promise<AnswerTo<R>>;
		this.#last = asked.catch(() => undefined);
		return asked;
	}

	stop(): Promise<void> {
		return this.#thread.stop();
	}
}
