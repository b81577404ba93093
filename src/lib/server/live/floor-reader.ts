import type { AgentRow, FloorClock, QueueRow, SiteRow, SourceRow } from '#lib/contracts/live.ts';
import type { CentreConfig } from './config.ts';
import { dayStart } from './day-start.ts';
import { floorClock } from './floor-clock.ts';
import type { BotTallies } from './fold/bot-tally.ts';
import { addTally, emptyTally } from './fold/queue-tally.ts';
import type { Scope } from '../context.ts';
import type { AgentLive, LiveContact, QueueState } from './live-parts.ts';
import type { LiveState } from './live-state.ts';
import { isLost } from './lost-contact.ts';
import { periodNumbers } from './numbers.ts';
import { countStates, readAgent, roundShare, type AgentReading } from './rows/agent-row.ts';
import { botNumbers, sumBots } from './rows/bot-numbers.ts';
import { readQueue, type QueueReading } from './rows/queue-row.ts';
import { addMood, contactMood, noMood, sentimentOf, type MoodSum } from './rows/sentiment-of.ts';
import { ServingAgents } from './rows/serving-agents.ts';

/** A contact counts for the live mood while its last word is this fresh. */
const MOOD_WINDOW_MS = 15 * 60_000;

/** An instant, or null for one that has never come. */
const known = (ms: number): number | null => (Number.isFinite(ms) ? ms : null);

/** A row as it was and as it is now. */
export interface Reading<Row> {
	before: Row | undefined;
	now: Row;
}

/** Reads the floor from the state and keeps the rows, so that only those with news have to be read again. */
export class FloorReader {
	readonly #state: LiveState;
	readonly #agents = new Map<string, AgentReading>();
	readonly #queues = new Map<string, QueueReading>();
	#serving: ServingAgents;
	#queuesOfSkill = new Map<string, QueueState[]>();
	#config: CentreConfig | null = null;
	/** By source, as of the wall time of the latest reading. */
	#offsets = new Map<string, number>();
	#dayStarts = new Map<number, number>();

	constructor(state: LiveState) {
		this.#state = state;
		this.#serving = new ServingAgents(state.config);
	}

	/** Reads the rows of these queues and agents anew, and those that depend on them; all of them after a change of the set-up. */
	read(
		wallMs: number,
		agents: Iterable<AgentLive>,
		queues: Iterable<QueueState>
	): { agents: Reading<AgentRow>[]; queues: Reading<QueueRow>[] } {
		const state = this.#state;
		this.#offsets.clear();
		this.#dayStarts.clear();
		const due = new Set(queues);
		const isNew = state.config !== this.#config;
		if (isNew) {
			this.#setUp();
			agents = state.agents.values();
			for (const queue of state.queues.values()) due.add(queue);
		}
		const readAgents: Reading<AgentRow>[] = [];
		for (const agent of agents) {
			const before = this.#agents.get(agent.config.id);
			const nowMs = wallMs + this.#offset(agent.source, wallMs);
			const reading = readAgent(agent, nowMs, wallMs, this.#dayStart(nowMs), this.#moodOf);
			this.#agents.set(agent.config.id, reading);
			readAgents.push({ before: before?.row, now: reading.row });
			if (before && before.row.state === reading.row.state && !isNew) continue;
			if (before && !isNew) this.#serving.count(before.row, -1);
			this.#serving.count(reading.row, 1);
			for (const queue of this.#served(reading.row)) due.add(queue);
		}
		const readQueues: Reading<QueueRow>[] = [];
		for (const queue of due) {
			const { id } = queue.config;
			const nowMs = wallMs + this.#offset(queue.source, wallMs);
			const reading = readQueue(queue, {
				nowMs,
				wallMs,
				dayStartMs: this.#dayStart(nowMs),
				eligible: this.#serving.of(queue.config),
				mood: this.#mood(queue.talking, wallMs),
				waits: state.waits
			});
			readQueues.push({ before: this.#queues.get(id)?.row, now: reading.row });
			this.#queues.set(id, reading);
		}
		return { agents: readAgents, queues: readQueues };
	}

	/** The rows as they were last read. */
	rows(): { queues: QueueRow[]; agents: AgentRow[] } {
		const { agents, queues } = this.#state;
		return {
			queues: [...queues.keys()].flatMap((id) => this.#queues.get(id)?.row ?? []),
			agents: [...agents.keys()].flatMap((id) => this.#agents.get(id)?.row ?? [])
		};
	}

	agentRow(id: string): AgentRow | undefined {
		return this.#agents.get(id)?.row;
	}

	sources(wallMs: number): SourceRow[] {
		return [...this.#state.sources].map(([source, clock]) => ({
			source,
			events: clock.events,
			lastEventAt: known(clock.lastEventAt),
			lastReceivedAt: known(clock.lastReceivedAt),
			clockOffsetMs: clock.offsetMs(wallMs),
			lagMs: clock.lagMs(),
			eventsPerMinute: clock.eventsPerMinute(wallMs),
			gaps: clock.gaps,
			lastGap: clock.lastGap,
			isSilent: clock.isSilent(wallMs)
		}));
	}

	/** The floor's clock, and the site's row from the rows as they were last read. */
	head(wallMs: number): { clock: FloorClock; site: SiteRow } {
		const clock = floorClock(this.#state, wallMs);
		return { clock, site: this.site(clock) };
	}

	/** Totals of the rows as they were last read. @param scope the part that they are of; none: everything */
	site(clock: FloorClock, scope?: Scope): SiteRow {
		const total = emptyTally();
		// Contacts of no queue belong to no part.
		const mood = scope ? noMood() : this.#mood(this.#state.books.talkingElsewhere, clock.wallMs);
		let [waiting, handling] = [0, 0];
		let oldestEnteredAt: number | null = null;
		for (const { row, today, mood: ofQueue } of this.#queues.values()) {
			if (scope && !scope.queues.has(row.id)) continue;
			addTally(total, today);
			mood.sum += ofQueue.sum;
			mood.negative += ofQueue.negative;
			mood.count += ofQueue.count;
			waiting += row.waiting;
			handling += row.handling;
			if (row.oldestEnteredAt !== null)
				oldestEnteredAt = Math.min(oldestEnteredAt ?? Infinity, row.oldestEnteredAt);
		}
		let [busy, onDuty] = [0, 0];
		const people: AgentRow[] = [];
		for (const reading of this.#agents.values()) {
			if (scope && !scope.agents.has(reading.row.id)) continue;
			people.push(reading.row);
			busy += reading.busy;
			onDuty += reading.onDuty;
		}
		const moment = { nowMs: clock.wallMs + clock.offsetMs, dayStartMs: clock.dayStartMs };
		return {
			waiting,
			oldestEnteredAt,
			handling,
			today: periodNumbers(total, 'of-offered'),
			agents: countStates(people),
			// Until every agent's day is known, the share of some would be shown as that of all.
			occupancy: this.#state.isRecalling || onDuty === 0 ? null : roundShare(busy / onDuty),
			bots: scope ? sumBots(this.#botsOf(scope), moment) : botNumbers(this.#state.bots, moment),
			sentiment: sentimentOf(mood)
		};
	}

	#botsOf({ queues }: Scope): BotTallies[] {
		return [...queues].flatMap((id) => this.#state.queues.get(id)?.bots ?? []);
	}

	/** The queues whose numbers of agents this one is among. */
	#served({ assigned, skills }: AgentRow): QueueState[] {
		if (assigned) return assigned.flatMap((id) => this.#state.queues.get(id) ?? []);
		return skills.flatMap((skill) => this.#queuesOfSkill.get(skill) ?? []);
	}

	#setUp(): void {
		const { config, queues } = this.#state;
		this.#config = config;
		this.#serving = new ServingAgents(config);
		this.#queuesOfSkill = new Map();
		for (const queue of queues.values()) {
			const { skillId } = queue.config;
			if (!skillId) continue;
			const others = this.#queuesOfSkill.get(skillId);
			if (others) others.push(queue);
			else this.#queuesOfSkill.set(skillId, [queue]);
		}
	}

	#mood(contacts: ReadonlySet<LiveContact>, wallMs: number): MoodSum {
		const total = noMood();
		for (const contact of contacts) {
			const { fold } = contact;
			const nowMs = wallMs + this.#offset(fold.source, wallMs);
			if (fold.lastEventAt < nowMs - MOOD_WINDOW_MS || isLost(fold, nowMs)) continue;
			const mood = contactMood(contact);
			if (mood !== null) addMood(total, mood);
		}
		return total;
	}

	readonly #moodOf = (contact: string): number | null => {
		const live = this.#state.contacts.get(contact);
		return live ? contactMood(live) : null;
	};

	#offset(source: string | null, wallMs: number): number {
		if (source === null) return 0;
		let offset = this.#offsets.get(source);
		if (offset === undefined) {
			offset = this.#state.sources.get(source)?.offsetMs(wallMs) ?? 0;
			this.#offsets.set(source, offset);
		}
		return offset;
	}

	#dayStart(nowMs: number): number {
		let start = this.#dayStarts.get(nowMs);
		if (start === undefined)
			this.#dayStarts.set(nowMs, (start = dayStart(nowMs, this.#state.config.site.timeZone)));
		return start;
	}
}
