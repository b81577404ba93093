import type { EditName, EditOutcome, RosterEdit, RosterWorkspace } from '#lib/contracts/roster-edits.ts';
import {
	brokenAnew,
	editRoster,
	reversed,
	samePlaced,
	type EditedRoster,
	type PlacedShift,
	type ShiftSwap
} from '#solver/rostering/edit/index.ts';
import type { Violation } from '#solver/rostering/index.ts';
import { keepPending, pendingOf } from './pending-edits.ts';
import { acceptedBy, redoTarget, undoTarget } from './undo-targets.ts';

/** An edit that is made here and not stored yet. */
export interface PendingEdit {
	id: string;
	verb: 'apply' | 'undo' | 'redo';
	what: EditName;
	swap: ShiftSwap;
	reason: string | null;
	/** Of an undo or redo: the edit that it is about. */
	editId?: string;
}

/** Sends an edit; null: the line is down, or the server not there. */
export type Send = (
	edit: PendingEdit,
	baseSequence: number
) => Promise<EditOutcome | { status: 'refused'; message: string } | null>;

/** What the planner has to be told. */
export type EditorNews =
	| { kind: 'changed-by'; names: string[]; dropped: number }
	| { kind: 'overtaken' }
	| { kind: 'published' }
	| { kind: 'refused'; message: string };

const AGAIN_AFTER_MS = [1_000, 2_000, 5_000, 10_000];
/** Loading a large roster lets the page draw in between. */
const LOAD_SLICE_MS = 12;

/**
 * A roster as this browser edits it: every edit is made here at once and stored behind it, in order. What others store
 * meanwhile is put under what is not stored yet.
 */
export class RosterEditor {
	/** Grows with each change of what is shown. */
	version = $state(0);
	isReady = $state(false);
	/** The steps that are stored, oldest first. */
	log = $state.raw<readonly RosterEdit[]>([]);
	pending = $state.raw<readonly PendingEdit[]>([]);
	/** Made, and kept from being stored until there is a reason for the rules that it breaks. */
	asking = $state.raw<{ edit: PendingEdit; brokenRules: Violation[] } | null>(null);
	/** The line is down: edits wait in this browser. */
	isOffline = $state(false);
	onnews: (news: EditorNews) => void = () => undefined;
	/** Steps are missing between what is known and what was heard. */
	onbehind: () => void = () => undefined;

	readonly rosterId: string;
	readonly userId: string;
	readonly #send: Send;
	#workspace: RosterWorkspace | null = null;
	#roster: EditedRoster | null = null;
	#sequence = 0;
	#isSending = false;
	#isStopped = false;
	/** Came while an edit was on its way, whose answer is to be taken first. */
	#heard: RosterEdit[] = [];
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(rosterId: string, userId: string, send: Send) {
		this.rosterId = rosterId;
		this.userId = userId;
		this.#send = send;
	}

	/** As last loaded; null before. */
	get workspace() {
		return this.#workspace;
	}
	/** Read `version` with it: it changes in place. */
	get roster(): EditedRoster | null {
		return this.#roster;
	}
	get sequence() {
		return this.#sequence;
	}
	readonly undoable = $derived.by(() => undoTarget(this.log, this.pending, this.userId));
	readonly redoable = $derived.by(() => redoTarget(this.log, this.pending, this.userId));
	/** By `rule day agent`: the edit that broke it with a reason and is in force. */
	readonly accepted = $derived(acceptedBy(this.log));

	/** Takes a workspace, and what this browser could not store last time. */
	async load(workspace: RosterWorkspace): Promise<void> {
		const roster = editRoster(workspace.problem);
		const byAgent = Map.groupBy(workspace.shifts, ({ agent }) => agent);
		let since = performance.now();
		for (const { id } of workspace.problem.agents) {
			roster.apply({ before: [], after: byAgent.get(id) ?? [] });
			roster.brokenBy(id);
			if (performance.now() - since < LOAD_SLICE_MS) continue;
			await new Promise((done) => setTimeout(done));
			since = performance.now();
		}
		this.#workspace = workspace;
		this.#roster = roster;
		this.#sequence = workspace.sequence;
		this.log = workspace.edits;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		const stored = new Set(workspace.edits.map(({ id }) => id));
		const waiting = pendingOf(this).filter(({ id }) => !stored.has(id));
		this.pending = waiting.filter((edit) => this.#make(edit.swap));
		this.#keep();
		this.version++;
		this.isReady = true;
		void this.#sendNext();
	}

	/** Makes an edit. One that breaks rules anew waits for a reason. */
	commit(what: EditName, swap: ShiftSwap): void {
		if (this.asking !== null) this.takeBackAsked();
		const changes = withoutSame(swap);
		if (changes.before.length + changes.after.length === 0) return;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		const people = [...new Set([...changes.before, ...changes.after].map(({ agent }) => agent))];
		const broken = () => [
			...people.flatMap((agent) => this.#roster!.brokenBy(agent)),
			...this.#roster!.brokenByAll()
		];
		const before = broken();
		if (!this.#make(changes)) return;
		const brokenRules = brokenAnew(before, broken());
		const edit: PendingEdit = {
			id: crypto.randomUUID(),
			verb: 'apply',
			what,
			swap: changes,
			reason: null
		};
		this.version++;
		if (brokenRules.length > 0) this.asking = { edit, brokenRules };
		else this.#queue(edit);
	}

	/** Stores the edit that waits for a reason. */
	giveReason(reason: string): void {
		if (this.asking === null) return;
		const { edit } = this.asking;
		this.asking = null;
		this.#queue({ ...edit, reason });
	}

	takeBackAsked(): void {
		if (this.asking === null) return;
		this.#make(reversed(this.asking.edit.swap));
		this.asking = null;
		this.version++;
	}

	undo(): void {
		if (this.asking !== null) return this.takeBackAsked();
		const target = this.undoable;
		if (target) this.#step('undo', target.id, reversed(target));
	}

	redo(): void {
		if (this.asking !== null) return;
		const target = this.redoable;
		if (target) this.#step('redo', target.id, { before: target.before, after: target.after });
	}

	/** Any edit of the log, whoever made it, as far as its shifts are as it left them. */
	takeBack(edit: RosterEdit): void {
		this.#step('undo', edit.id, reversed(edit));
	}

	#step(verb: 'undo' | 'redo', editId: string, swap: ShiftSwap): void {
		if (!this.#make(swap)) return this.onnews({ kind: 'overtaken' });
		this.version++;
		this.#queue({ id: crypto.randomUUID(), verb, what: 'move', swap, reason: null, editId });
	}

	/** Steps that others have stored, or that this browser missed. */
	hear(edits: readonly RosterEdit[]): void {
		if (!this.isReady) return;
		if (this.#isSending) return void this.#heard.push(...edits);
		const fresh = edits.filter(({ sequence }) => sequence > this.#sequence);
		if (fresh.length === 0) return;
		if (fresh[0]!.sequence === this.#sequence + 1) this.#putUnder(fresh);
		else this.onbehind();
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	/** The edit on what is shown; false where its shifts are not as it says. */
	#make(swap: ShiftSwap): boolean {
		const roster = this.#roster!;
		const isAsSaid = swap.before.every((shift) => {
			const stands = this.#shiftsOf(shift.agent).find(({ id }) => id === shift.id);
			return stands !== undefined && samePlaced(stands, shift);
		});
		if (!isAsSaid) return false;
		try {
			roster.apply(swap);
			return true;
		} catch {
			return false;
		}
	}

	#shiftsOf(agent: string): readonly PlacedShift[] {
		try {
			return this.#roster!.shiftsOf(agent);
		} catch {
			return [];
		}
	}

	#queue(edit: PendingEdit): void {
		this.pending = [...this.pending, edit];
		this.#keep();
		void this.#sendNext();
	}

	#keep(): void {
		keepPending(this, this.pending);
	}

	async #sendNext(): Promise<void> {
		if (this.#isSending || this.#isStopped) return;
		const [edit] = this.pending;
		if (!edit) return;
		this.#isSending = true;
		const outcome = await this.#send(edit, this.#sequence);
		this.#isSending = false;
		if (outcome === null) {
			this.isOffline = true;
			const wait = AGAIN_AFTER_MS[Math.min(this.#attempt++, AGAIN_AFTER_MS.length - 1)];
			if (!this.#isStopped) this.#timer = setTimeout(() => void this.#sendNext(), wait);
			return;
		}
		this.isOffline = false;
		this.#attempt = 0;
		this.#take(edit, outcome);
		this.hear(this.#heard.splice(0));
		void this.#sendNext();
	}

	#take(edit: PendingEdit, outcome: EditOutcome | { status: 'refused'; message: string }): void {
		if (outcome.status === 'stored') {
			this.pending = this.pending.filter(({ id }) => id !== edit.id);
			this.#keep();
			this.#log([outcome.edit]);
			return;
		}
		if (outcome.status === 'behind') return this.#putUnder(outcome.since);
		// Nothing of it can be stored: it goes, and what was built on it as far as it can't stand alone.
		const asked = this.asking;
		if (asked) this.takeBackAsked();
		const others = this.pending.filter(({ id }) => id !== edit.id);
		this.#takeBackPending();
		if (outcome.status === 'published') {
			this.pending = [];
			this.#keep();
			this.version++;
			return this.onnews({ kind: 'published' });
		}
		this.pending = others.filter((one) => this.#make(one.swap));
		if (asked && this.#make(asked.edit.swap)) this.asking = asked;
		if (
			outcome.status === 'needs-reason' &&
			this.pending.length === 0 &&
			this.asking === null &&
			this.#make(edit.swap)
		)
			this.asking = { edit, brokenRules: outcome.brokenRules };
		else if (outcome.status === 'refused') this.onnews({ kind: 'refused', message: outcome.message });
		else this.onnews({ kind: 'overtaken' });
		this.#keep();
		this.version++;
	}

	/** Others were faster: theirs first, then what of our own still fits. */
	#putUnder(edits: readonly RosterEdit[]): void {
		const asked = this.asking;
		if (asked) this.takeBackAsked();
		const own = this.pending;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		const known = new Set(own.map(({ id }) => id));
		this.#takeBackPending();
		for (const edit of edits) this.#make(edit);
		this.#log(edits);
		// One of ours may be among them: its answer was lost on the way.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		const stored = new Set(edits.map(({ id }) => id));
		const left = own.filter(({ id }) => !stored.has(id));
		this.pending = left.filter((edit) => this.#make(edit.swap));
		if (asked && this.#make(asked.edit.swap)) this.asking = asked;
		this.#keep();
		this.version++;
		const names = edits
			.filter(({ id }) => !known.has(id))
			.map(({ byName, createdBy }) => byName ?? createdBy);
		if (names.length > 0)
			this.onnews({
				kind: 'changed-by',
				// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
				names: [...new Set(names)],
				dropped: left.length - this.pending.length
			});
		void this.#sendNext();
	}

	#takeBackPending(): void {
		for (const edit of this.pending.toReversed()) this.#make(reversed(edit.swap));
	}

	#log(edits: readonly RosterEdit[]): void {
		let log = [...this.log];
		for (const edit of edits) {
			if (edit.about !== null)
				log = log.map((one) =>
					one.sequence === edit.about
						? { ...one, undoneBy: edit.what === 'undo' ? edit.sequence : null }
						: one
				);
			log.push(edit);
			this.#sequence = edit.sequence;
		}
		this.log = log;
	}
}

/** Without the shifts that are the same before and after. */
function withoutSame({ before, after }: ShiftSwap): ShiftSwap {
	const same = new Set(
		before.filter((one) => after.some((other) => samePlaced(one, other))).map(({ id }) => id)
	);
	return {
		before: before.filter(({ id }) => !same.has(id)),
		after: after.filter(({ id }) => !same.has(id))
	};
}
