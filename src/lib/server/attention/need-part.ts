import { randomUUID } from 'node:crypto';
import type { NeedsDelta, NeedsSnapshot } from '#lib/contracts/needs.ts';
import { seesContact } from '../access/index.ts';
import type { Scope } from '../context.ts';
import { placesOf } from '../live/index.ts';
import { NeedFeed } from './need-feed.ts';
import type { NeedList } from './need-list.ts';

/** The list of contacts that need a person as the readers of one part of the centre hold it. */
export class NeedPart {
	scope: Scope | null = null;
	readonly #list: NeedList;
	readonly #now: () => number;
	readonly #feed = new NeedFeed(randomUUID());
	#hasBegun = false;

	constructor(list: NeedList, now: () => number) {
		this.#list = list;
		this.#now = now;
	}

	/** What its readers have to be told since the last call; null when nothing. */
	advance(): NeedsDelta | null {
		this.#hasBegun = true;
		const { scope } = this;
		const wallMs = this.#now();
		const ranking = this.#list.ranking(wallMs, (fold) => seesContact({ scope }, placesOf(fold)));
		return this.#feed.advance(ranking, wallMs);
	}

	/** As last advanced. */
	snapshot(): NeedsSnapshot {
		if (!this.#hasBegun) this.advance();
		return this.#feed.snapshot();
	}
}
