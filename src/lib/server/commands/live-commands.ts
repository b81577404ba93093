import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lte } from 'drizzle-orm';
import { COMMAND_REQUESTED, type CommandRow } from '#lib/contracts/commands.ts';
import { OWN_SOURCE, type IncomingEvent } from '#lib/contracts/events.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { commands, webhooks } from '../db/schema/index.ts';
import { queueDelivery } from '../delivery/index.ts';
import { checkSubjects } from './check-subjects.ts';
import { commandBefore } from './command-before.ts';
import { CommandInput } from './command-input.ts';
import { readCommand } from './command-row.ts';
import { requireSubjects } from './require-subjects.ts';
import { listCommands } from './list-commands.ts';

/** Without an answer for so long a command counts as not carried out; a later answer still counts. */
const EXPIRES_AFTER_MS = 60_000;
/** An event may be stamped by a clock that runs a little behind. */
const CLOCK_SLACK_MS = 5_000;

const ANSWERS: Record<string, 'confirmed' | 'refused'> = {
	'marea.command.confirmed': 'confirmed',
	'marea.command.refused': 'refused'
};

type Append = (events: IncomingEvent[]) => Promise<unknown>;
type StateOf = (agent: string) => AgentState | null;

/**
 * Actions on their way: asked for, told to the telephony side (an event in the log, and webhooks), and answered by it:
 * in words (`marea.command.confirmed`, `marea.command.refused` with the command's id), or by an agent's state that is
 * the one asked for. Marea changes nothing of the floor by itself: what is true there comes as events.
 */
export class LiveCommands {
	readonly #ctx: Context;
	readonly #append: Append;
	readonly #stateOf: StateOf;
	readonly #listeners = new Set<(row: CommandRow) => void>();
	#open = new Map<string, CommandRow>();

	private constructor(ctx: Context, append: Append, stateOf: StateOf) {
		this.#ctx = ctx;
		this.#append = append;
		this.#stateOf = stateOf;
	}

	/**
	 * Takes up the commands that were unanswered when the process ended, and says them again: the log keeps each once.
	 *
	 * @param stateOf what an agent is said to be now: kept with a command, so that it can be taken back
	 */
	static async open(ctx: Context, append: Append, stateOf: StateOf = () => null): Promise<LiveCommands> {
		const live = new LiveCommands(ctx, append, stateOf);
		const waiting = await listCommands(ctx, SYSTEM, { state: 'requested', oldestFirst: true });
		live.#open = new Map(waiting.map((row) => [row.id, row]));
		if (waiting.length > 0) await append(waiting.map(commandEvent));
		return live;
	}

	/** Asks the telephony side for an action. Resolves when the request is stored and in the log, not when it is carried out. */
	async request(actor: Actor, input: CommandInput): Promise<CommandRow> {
		requireRight(actor, 'live.act');
		const wanted = parseInput('Asking for an action', CommandInput, input);
		await requireSubjects(this.#ctx, actor, wanted);
		await checkSubjects(this.#ctx, wanted);
		const { orm } = this.#ctx.db;
		const id = randomUUID();
		const nowMs = this.#ctx.now();
		// A note asks for nothing, so nothing has to be answered.
		const isNote = wanted.kind === 'note.leave';
		const stored: typeof commands.$inferInsert = {
			id,
			...wanted,
			payload: { ...wanted.payload },
			subject: subjectOf(wanted.payload),
			state: isNote ? 'confirmed' : 'requested',
			requestedBy: actor.id,
			requestedAt: nowMs,
			answeredAt: isNote ? nowMs : null,
			expiresAt: nowMs + EXPIRES_AFTER_MS,
			before: await commandBefore(this.#ctx, wanted, this.#stateOf)
		};
		const hooks = (await orm.select().from(webhooks)).filter(
			({ isEnabled, topics }) => isEnabled && topics.includes('command')
		);
		await orm.batch([
			orm.insert(commands).values(stored),
			recordAudit(this.#ctx, actor, {
				action: `command.${stored.kind}`,
				subject: stored.subject,
				after: wanted,
				reason: wanted.reason
			}),
			...hooks.map((hook) =>
				queueDelivery(this.#ctx, {
					kind: 'webhook',
					target: hook.id,
					payload: {
						type: COMMAND_REQUESTED,
						timestamp: new Date(nowMs).toISOString(),
						data: {
							command: id,
							kind: wanted.kind,
							...wanted.payload,
							reason: wanted.reason,
							requestedBy: actor.id
						}
					}
				})
			)
		]);
		const row = (await readCommand(this.#ctx, eq(commands.id, id)))!;
		if (!isNote) this.#open.set(id, row);
		await this.#append([commandEvent(row)]);
		this.#tell(row);
		return row;
	}

	/** Looks for answers in events that the log has taken. */
	async observe(events: readonly IncomingEvent[]): Promise<void> {
		for (const event of events) {
			const state = ANSWERS[event.type];
			const data = event.data as { command?: unknown; text?: unknown };
			if (state && typeof data.command === 'string')
				await this.#answer(data.command, state, typeof data.text === 'string' ? data.text : null);
			else if (event.type === 'marea.agent.state' && this.#open.size > 0)
				for (const row of this.#open.values())
					if (isCarriedOut(row, event)) await this.#answer(row.id, 'confirmed', null);
		}
	}

	/** Marks what has waited for an answer too long. */
	async expire(): Promise<void> {
		const nowMs = this.#ctx.now();
		const late = [...this.#open.values()].filter(({ expiresAt }) => expiresAt <= nowMs);
		if (late.length === 0) return;
		await this.#ctx.db.orm
			.update(commands)
			.set({ state: 'expired' })
			.where(and(eq(commands.state, 'requested'), lte(commands.expiresAt, nowMs)));
		for (const row of late) {
			this.#open.delete(row.id);
			this.#tell({ ...row, state: 'expired' });
		}
	}

	/** Calls back with each command that is new or changed; returns how to stop. */
	listen(listener: (row: CommandRow) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async #answer(id: string, state: 'confirmed' | 'refused', answer: string | null): Promise<void> {
		const changed = await this.#ctx.db.orm
			.update(commands)
			.set({ state, answer, answeredAt: this.#ctx.now() })
			// An answer stands: a second one changes nothing.
			.where(and(eq(commands.id, id), inArray(commands.state, ['requested', 'expired'])))
			.returning({ id: commands.id });
		this.#open.delete(id);
		const row = changed.length > 0 && (await readCommand(this.#ctx, eq(commands.id, id)));
		if (row) this.#tell(row);
	}

	#tell(row: CommandRow): void {
		for (const listener of this.#listeners) listener(row);
	}
}

function subjectOf(payload: { agent?: string; queue?: string; contact?: string }): string {
	if (payload.contact !== undefined) return `contact:${payload.contact}`;
	if (payload.agent !== undefined) return `agent:${payload.agent}`;
	return payload.queue === undefined ? 'site' : `queue:${payload.queue}`;
}

const commandEvent = ({
	id,
	kind,
	payload,
	reason,
	requestedBy,
	requestedAt
}: CommandRow): IncomingEvent => ({
	source: OWN_SOURCE,
	id: `command:${id}`,
	type: COMMAND_REQUESTED,
	at: requestedAt,
	data: { command: id, kind, ...payload, reason, requestedBy } as object
});

function isCarriedOut({ kind, payload, requestedAt }: CommandRow, { at, data }: IncomingEvent): boolean {
	if (kind !== 'agent.state' || at < requestedAt - CLOCK_SLACK_MS) return false;
	const wanted = payload as CommandRow<'agent.state'>['payload'];
	return data.agent === wanted.agent && data.state === wanted.state;
}
