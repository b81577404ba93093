import type { FloorDelta, FloorJoin, FloorSnapshot, Refused } from '#lib/contracts/live.ts';
import { applyDelta } from './apply-delta.ts';
import { replaySpeed } from './replay-speed.ts';
import { closeSocket } from './close-socket.ts';
import { PastTravel } from './past-travel.svelte.ts';
import { floorSocket, type FloorSocket } from './floor-socket.ts';
import type { ConnectionState } from './ui-state.svelte.ts';

/** Without a delta for this long what is shown may no longer be so. */
const STALE_AFTER_MS = 5_000;
const JOIN_TIMEOUT_MS = 8_000;
/** Clocks closer than this are taken as one: the way of a delta differs by as much. */
const SKEW_TOLERANCE_MS = 750;
/** Between a page's end and the next page's beginning. */
const CLOSE_AFTER_MS = 1_000;
const REPLAY_WINDOW_MS = 8_000;
/** A tab that is hidden draws no frames, but its title and sounds go on. */
const HIDDEN_PUBLISH_MS = 250;

/** What the reader is told about a gap that has been closed. */
export type CaughtUp =
	{ kind: 'deltas'; count: number; awayMs: number } | { kind: 'snapshot'; awayMs: number };

/** The floor in this page: the server's first snapshot, followed by what the socket brings. */
export class FloorLive {
	/** What the socket has brought so far; seq and gaps count by it. */
	#newest: FloorSnapshot;
	#publishing: (() => void) | null = null;
	/** The server's wall clock by this browser's, while data comes; it stands still when none does. */
	wallMs = $state(0);
	state = $state<ConnectionState>('connecting');
	/** Why the server does not let this page in. */
	refusal = $state<string | null>(null);
	/** The server's wall clock at the last delta. */
	get asOfMs() {
		return this.clock.wallMs;
	}
	oncaughtup: ((news: CaughtUp) => void) | null = null;
	/** Moments of the kept log, while the floor shows one. */
	readonly past: PastTravel;
	/** The moment that the page's address last brought. */
	#broughtMs: number | null = null;
	#carried = false;
	/** How many times faster than life the replay runs; null while unknown or when nothing is replayed. */
	replaySpeed = $state<number | null>(null);
	#replayFrom: FloorSnapshot['clock'] | null = null;
	#skewMs: number | null = null;
	#heardAt = 0;
	#joining = false;
	#socket: FloorSocket | null = null;
	#close: (() => void) | null = null;
	#closing: ReturnType<typeof setTimeout> | undefined;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #riders = new Map<(socket: FloorSocket) => () => void, (() => void) | null>();

	// One by one: who reads one of them is not told of changes in the others. Nothing here is derived, for a derived value
	// dies with the page that made it, and the floor goes on from page to page.
	clock = $state.raw<FloorSnapshot['clock']>() as FloorSnapshot['clock'];
	/** A moment that is over: it can be read, not acted on. Of its own, for who follows something else until then: the clock changes with each tick. */
	isPast = $state(false);
	site = $state.raw<FloorSnapshot['site']>() as FloorSnapshot['site'];
	queues = $state.raw<FloorSnapshot['queues']>([]);
	agents = $state.raw<FloorSnapshot['agents']>([]);
	sources = $state.raw<FloorSnapshot['sources']>([]);
	series = $state.raw<FloorSnapshot['series']>({});

	constructor(snapshot: FloorSnapshot) {
		this.#newest = snapshot;
		this.#show(snapshot);
		this.wallMs = snapshot.clock.wallMs;
		if (this.isPast) this.#broughtMs = this.wallMs;
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- getters that read this floor
		const floor = this;
		this.past = new PastTravel({
			get isPast() {
				return floor.#isPastNow;
			},
			get wallMs() {
				return floor.wallMs;
			},
			replace: (news) => this.#replace(news),
			take: (delta) => this.#apply(delta)
		});
	}

	/** Of the newest, which the page may be shown a frame later. */
	get #isPastNow(): boolean {
		return this.#newest.clock.mode === 'past';
	}

	/** Takes over a snapshot that a page came with, where it is newer. */
	adopt(snapshot: FloorSnapshot): this {
		if (snapshot.clock.mode === 'past' || this.#isPastNow) return this.#adoptMoment(snapshot);
		const isNewer = snapshot.epoch !== this.#newest.epoch || snapshot.seq > this.#newest.seq;
		if (isNewer) {
			this.#show(snapshot);
			this.wallMs = snapshot.clock.wallMs;
		}
		return this;
	}

	/** The page that comes next is of the moment that is shown. */
	carry(): void {
		this.#carried = this.#isPastNow;
	}

	/** A moment that the address brought, or the present after one; the one that is shown already goes on. */
	#adoptMoment(snapshot: FloorSnapshot): this {
		const atMs = snapshot.clock.mode === 'past' ? snapshot.clock.wallMs : null;
		const isShown = this.#isPastNow && atMs !== null && (this.#carried || atMs === this.#broughtMs);
		this.#broughtMs = atMs;
		this.#carried = false;
		if (isShown) return this;
		if (this.#isPastNow) this.past.leave();
		else this.#socket?.emit('floor:leave');
		this.#show(snapshot);
		this.wallMs = snapshot.clock.wallMs;
		this.#joining = false;
		if (this.#socket?.connected) this.#join();
		return this;
	}

	/** Follows the floor until the answered clean-up is called; a next page may take over in the moment after it. */
	connect(): () => void {
		clearTimeout(this.#closing);
		this.#close ??= this.#open();
		return () => {
			this.#closing = setTimeout(() => {
				this.#close?.();
				this.#close = null;
				this.state = 'connecting';
			}, CLOSE_AFTER_MS);
		};
	}

	/** What else follows the floor's line: called with each socket, answers its clean-up; so does this. */
	ride(follow: (socket: FloorSocket) => () => void): () => void {
		this.#riders.set(follow, this.#socket ? follow(this.#socket) : null);
		return () => {
			this.#riders.get(follow)?.();
			this.#riders.delete(follow);
		};
	}

	#open(): () => void {
		const socket = (this.#socket = floorSocket());
		this.#heardAt = Date.now();
		socket.on('connect', () => this.#join());
		socket.on('disconnect', (reason) => {
			this.#joining = false;
			this.#say('reconnecting');
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => {
			this.refusal = socket.active ? null : error.message;
			this.#say(socket.active && navigator.onLine ? 'reconnecting' : 'offline');
		});
		socket.on('floor:delta', (delta) => {
			if (!this.#isPastNow) this.#take(delta);
		});
		socket.on('floor:snapshot', (snapshot) => {
			if (!this.#isPastNow) this.#replace(snapshot);
		});
		this.past.listen(socket);
		const timer = setInterval(() => this.#beat(), 1_000);
		const wake = () => {
			// The frame that was waited for may not come any more, or come late.
			if (this.#publishing) this.#publish();
			if (document.visibilityState === 'visible') this.#beat();
		};
		const online = () => {
			if (!socket.connected) socket.disconnect().connect();
		};
		const offline = () => this.#say('offline');
		document.addEventListener('visibilitychange', wake);
		window.addEventListener('online', online);
		window.addEventListener('offline', offline);
		for (const follow of this.#riders.keys()) this.#riders.set(follow, follow(socket));
		socket.connect();
		return () => {
			for (const [follow, leave] of this.#riders) {
				leave?.();
				this.#riders.set(follow, null);
			}
			clearInterval(timer);
			if (this.#publishing) this.#publish();
			document.removeEventListener('visibilitychange', wake);
			window.removeEventListener('online', online);
			window.removeEventListener('offline', offline);
			socket.emit('floor:leave');
			closeSocket(socket);
			this.#socket = null;
		};
	}

	#say(state: ConnectionState): void {
		// What came before the line broke must not call it live afterwards.
		if (state !== 'live' && this.#publishing) this.#publish();
		this.state = state;
	}

	#beat(): void {
		// A past moment stands still between what the server sends of it.
		if (this.#isPastNow) return;
		const silentMs = Date.now() - this.#heardAt;
		if (silentMs <= STALE_AFTER_MS) {
			if (this.state === 'live') this.#tellTime();
			return;
		}
		if (this.state === 'live') this.#say('stale');
		// After sleep the socket may believe in a connection that is gone: asking shows it.
		if (this.#socket?.connected) this.#join();
	}

	/** In whole seconds: every age on the page counts on it, and none shows less. */
	#tellTime(): void {
		this.wallMs = Math.floor((Date.now() + (this.#skewMs ?? 0)) / 1000) * 1000;
	}

	#heard(serverWallMs: number): void {
		this.#heardAt = Date.now();
		const skew = serverWallMs - this.#heardAt;
		if (this.#isPastNow) this.wallMs = serverWallMs;
		else if (this.#skewMs === null || Math.abs(skew - this.#skewMs) > SKEW_TOLERANCE_MS) this.#skewMs = skew;
		this.refusal = null;
		this.#say('live');
		if (!this.#isPastNow) this.#tellTime();
	}

	#take(delta: FloorDelta): void {
		const next = applyDelta(this.#newest, delta);
		if (!next) return this.#join();
		this.#newest = next;
		this.#heardAt = Date.now();
		this.#publishing ??= soon(() => this.#publish());
	}

	/** At once: playing the past has its own steps. */
	#apply(delta: FloorDelta): boolean {
		const next = applyDelta(this.#newest, delta);
		if (!next) return false;
		this.#newest = next;
		this.#publish();
		return true;
	}

	/** Draws what has come since the last frame. */
	#publish(): void {
		this.#show(this.#newest);
		this.#watchReplay();
		this.#heard(this.#newest.clock.wallMs);
	}

	#replace(snapshot: FloorSnapshot): void {
		this.#show(snapshot);
		this.#heard(snapshot.clock.wallMs);
	}

	#show(snapshot: FloorSnapshot): void {
		this.#publishing?.();
		this.#publishing = null;
		this.#newest = snapshot;
		const { clock, site, queues, agents, sources, series } = snapshot;
		Object.assign(this, { clock, site, queues, agents, sources, series, isPast: clock.mode === 'past' });
	}

	/** Measured over the last ten seconds or so: batches arrive in steps. */
	#watchReplay(): void {
		const { clock } = this;
		if (clock.mode !== 'replaying') {
			this.#replayFrom = this.replaySpeed = null;
			return;
		}
		this.#replayFrom ??= clock;
		if (clock.wallMs - this.#replayFrom.wallMs < REPLAY_WINDOW_MS) return;
		this.replaySpeed = replaySpeed(this.#replayFrom, clock);
		this.#replayFrom = clock;
	}

	/** Asks for what is missing since the place that is held. */
	#join(): void {
		const socket = this.#socket;
		if (this.#isPastNow) return this.past.open(this.wallMs);
		if (!socket || this.#joining) return;
		this.#joining = true;
		const { epoch, seq } = this.#newest;
		socket.timeout(JOIN_TIMEOUT_MS).emit('floor:join', { epoch, seq }, (error, answer) => {
			this.#joining = false;
			if (this.#isPastNow) return;
			// No answer on an open line: the line is dead.
			if (error) socket.disconnect().connect();
			else this.#joined(answer);
		});
	}

	#joined(answer: FloorJoin | Refused): void {
		if (!answer.ok) {
			this.refusal = answer.error;
			return this.#say('offline');
		}
		const awayMs = Date.now() - this.#heardAt;
		const wasAway = this.state !== 'connecting' && awayMs > STALE_AFTER_MS;
		if ('snapshot' in answer) this.#replace(answer.snapshot);
		else for (const delta of answer.deltas) this.#take(delta);
		if (this.#publishing) this.#publish();
		// Nothing was missed, and the next delta is on its way.
		if ('deltas' in answer && answer.deltas.length === 0 && this.state === 'connecting') this.#say('live');
		if (!wasAway || this.state !== 'live') return;
		this.oncaughtup?.(
			'snapshot' in answer
				? { kind: 'snapshot', awayMs }
				: { kind: 'deltas', count: answer.deltas.length, awayMs }
		);
	}
}

/** Calls once, with the next frame or, where none are drawn, soon; answers how to call it off. */
function soon(call: () => void): () => void {
	if (document.hidden) {
		const timer = setTimeout(call, HIDDEN_PUBLISH_MS);
		return () => clearTimeout(timer);
	}
	const frame = requestAnimationFrame(call);
	return () => cancelAnimationFrame(frame);
}
