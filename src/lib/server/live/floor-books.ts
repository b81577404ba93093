import { BotTallies } from './fold/bot-tally.ts';
import type { ContactFold, Visit } from './fold/contact-fold.ts';
import { QueueTallies } from './fold/queue-tally.ts';
import { limitsOf, type AgentLive, type LiveContact, type QueueState } from './live-parts.ts';

/** Where contacts count: in their queues, agents, teams and bots, each contribution booked and taken back whole. */
export class FloorBooks {
	readonly queues = new Map<string, QueueState>();
	readonly agents = new Map<string, AgentLive>();
	/** What each team's agents answered and handled, by the entry into the queue. */
	readonly teams = new Map<string, QueueTallies>();
	readonly bots = new BotTallies();
	/** Contacts without a queue whose words have scores. */
	readonly talkingElsewhere = new Set<LiveContact>();
	/** Queues and agents that have changed since the reader of the floor last emptied them. */
	readonly news = { queues: [] as QueueState[], agents: [] as AgentLive[], isAny: false };

	book(fold: ContactFold, sign: 1 | -1): void {
		for (const visit of fold.visits) {
			const queue = this.queues.get(visit.queue);
			if (!queue) continue;
			queue.tallies.book(visit, sign);
			this.changeQueue(queue);
			if (visit.agent !== null) this.bookTeam(visit, sign);
		}
		if (fold.bot) this.bookBot(fold, sign);
		if (fold.waiting) {
			const waiting = this.queues.get(fold.waiting.queue)?.waiting;
			if (sign === 1) waiting?.add(fold);
			else waiting?.delete(fold);
		}
		if (fold.handling) {
			const { visit, agent } = fold.handling;
			const live = agent === null ? undefined : this.agents.get(agent);
			if (sign === 1) {
				this.queues.get(visit.queue)?.handling.add(fold);
				live?.handling.add(fold);
			} else {
				this.queues.get(visit.queue)?.handling.delete(fold);
				live?.handling.delete(fold);
			}
			if (live) this.changeAgent(live);
		}
	}

	bookBot(fold: ContactFold, sign: 1 | -1): void {
		this.bots.book(fold, sign);
		const queue = fold.bot!.queue === null ? undefined : this.queues.get(fold.bot!.queue);
		if (!queue) return;
		queue.bots.book(fold, sign);
		this.changeQueue(queue);
	}

	/** A team answers for the visits that its agents answered. */
	bookTeam(visit: Visit, sign: 1 | -1): void {
		const team = visit.agent !== null && this.agents.get(visit.agent)?.config.team;
		const queue = this.queues.get(visit.queue);
		if (!team || !queue) return;
		let tallies = this.teams.get(team);
		if (!tallies) this.teams.set(team, (tallies = new QueueTallies(limitsOf(queue.config))));
		tallies.book(visit, sign, queue.tallies.limits);
	}

	heardOf(queue: QueueState, source: string): void {
		if (queue.source === source) return;
		queue.source = source;
		this.changeQueue(queue);
	}

	/** A contact's mood counts in the queue that it entered last. */
	talk(contact: LiveContact): void {
		if (contact.scores.length === 0) return;
		const last = contact.fold.visits.at(-1);
		const queue = last && this.queues.get(last.queue);
		const place = queue?.talking ?? this.talkingElsewhere;
		if (contact.talksIn !== place) {
			contact.talksIn?.delete(contact);
			contact.talksIn = place;
		}
		place.add(contact);
		if (queue) this.changeQueue(queue);
		const agent = contact.fold.handling?.agent;
		const live = agent ? this.agents.get(agent) : undefined;
		if (live) this.changeAgent(live);
	}

	changeQueue(queue: QueueState): void {
		if (queue.isChanged) return;
		queue.isChanged = true;
		this.news.queues.push(queue);
	}

	changeAgent(agent: AgentLive): void {
		if (agent.isChanged) return;
		agent.isChanged = true;
		this.news.agents.push(agent);
	}

	/** What events have changed since the last call. */
	takeNews(): { queues: QueueState[]; agents: AgentLive[] } {
		const { queues, agents } = this.news;
		for (const queue of queues) queue.isChanged = false;
		for (const agent of agents) agent.isChanged = false;
		Object.assign(this.news, { queues: [], agents: [], isAny: false });
		return { queues, agents };
	}
}
