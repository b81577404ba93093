import type { AlertRow } from './alerts.ts';
import type { BalanceBoard } from './balance.ts';
import type { NeedsDelta, NeedsSnapshot } from './needs.ts';
import type { CommandRow } from './commands.ts';
import type { BoardNumbers } from './board.ts';
import type { QueuePrediction } from './prediction.ts';
import type { NoticeList } from './notices.ts';
import type { RosterEdit } from './roster-edits.ts';
import type { WaitingContact } from './contact.ts';
import type { AgentState, Channel, ServiceLevelVariant } from './terms.ts';

/** A queue's, channel's or site's counts over a period; null = nothing to compute it from. */
export interface PeriodNumbers {
	offered: number;
	answered: number;
	abandoned: number;
	flowedOut: number;
	answeredInThreshold: number;
	abandonedInThreshold: number;
	shortAbandoned: number;
	serviceLevel: number | null;
	asaSeconds: number | null;
	/** Queue time of the answered and of the abandoned. */
	averageWaitSeconds: number | null;
	abandonment: number | null;
	/** Contacts whose handling has ended: AHT and its parts are means over them. */
	handled: number;
	ahtSeconds: number | null;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
}

export interface Sentiment {
	/** Mean over contacts, −1 to 1. */
	mean: number;
	negativeShare: number;
	/** Contacts behind it. */
	count: number;
}

/** How far the estimated waits of the last hour were from the waits that came of them. */
export interface WaitError {
	meanAbsoluteSeconds: number;
	/** Above 0: people waited less than they were told. */
	biasSeconds: number;
	/** Answered contacts behind it. */
	count: number;
}

export type StateCounts = Partial<Record<AgentState | 'unknown', number>>;

export interface QueueRow {
	id: string;
	name: string;
	/** The time of the queue's source less the wall clock: not 0 while a past day is replayed into it. */
	clockOffsetMs: number;
	channel: Channel;
	/** Who tells of it; null until an event has. */
	source: string | null;
	isDemo: boolean;
	isDiscovered: boolean;
	target: { share: number; thresholdSeconds: number; variant: ServiceLevelVariant };
	waiting: number;
	/** When the longest-waiting contact entered; the reader's clock gives the age. */
	oldestEnteredAt: number | null;
	handling: number;
	today: PeriodNumbers;
	lastHalfHour: PeriodNumbers;
	/** Agents with the queue's skill, by state; empty when the queue has no skill set up. */
	agents: StateCounts;
	/** Expected wait of a contact that enters now; null when nobody staffed can be counted. */
	ewtSeconds: number | null;
	/** Places at the agents who can serve it, each shared among their queues. */
	ewtSlots: number | null;
	ewtError: WaitError | null;
	/** Today's conversations of bots for this queue; null where none was held. */
	bots: BotNumbers | null;
	sentiment: Sentiment | null;
	/** Null = not known: nothing is foreseen yet, or its source is silent. */
	prediction: QueuePrediction | null;
}

export interface AgentRow {
	id: string;
	name: string;
	team: string | null;
	isDemo: boolean;
	/** Null: no source has said. */
	state: AgentState | null;
	reason: string | null;
	since: number | null;
	/** `mood`: mean of what the customer has said so far, −1 to 1; null while nothing could be scored. */
	contacts: { id: string; queue: string; since: number; onHold: boolean; mood: number | null }[];
	skills: string[];
	/** Queues served by the latest confirmed action; null: those whose skill the agent has. */
	assigned: string[] | null;
	clockOffsetMs: number;
	/** Handling / (handling + available), today. */
	occupancy: number | null;
}

export interface BotNumbers {
	active: number;
	sessions: number;
	resolved: number;
	escalated: number;
	/** Resolved / closed conversations, today. */
	containment: number | null;
}

/** Service level over queues with different thresholds: each contact counts against its own queue's. */
export interface SiteRow {
	waiting: number;
	oldestEnteredAt: number | null;
	handling: number;
	today: PeriodNumbers;
	agents: StateCounts;
	occupancy: number | null;
	bots: BotNumbers;
	sentiment: Sentiment | null;
}

export interface SourceRow {
	source: string;
	/** Since the server started; so are the gaps. */
	events: number;
	/** Its own time of the latest event; null while none is known. */
	lastEventAt: number | null;
	/** Null: nothing since the server started. */
	lastReceivedAt: number | null;
	/** Its time less the wall clock while it tells of another time (a replay); else 0. */
	clockOffsetMs: number;
	/** Median of received − event time over the latest events; below 0 its clock is ahead. */
	lagMs: number | null;
	/** In the last whole minute; null in the first one. */
	eventsPerMinute: number | null;
	/** How often it brought nothing for two minutes or more. */
	gaps: number;
	lastGap: { fromMs: number; toMs: number } | null;
	isSilent: boolean;
}

/**
 * The moment the floor shows. `live`: the wall clock. `replaying`: every running source tells of another time
 * (a replayed or a backfilled day), so the floor is shown as of that. `silent`: nothing has arrived for a while.
 * `past`: the reader has chosen a moment of the kept log; nothing can be acted on.
 */
export interface FloorClock {
	mode: 'live' | 'replaying' | 'silent' | 'past';
	/** The floor's time less the wall clock. */
	offsetMs: number;
	/** The server's wall clock when this was made: a reader with another clock counts on from it. */
	wallMs: number;
	/** Start of the day that `today` counts from, in the site's zone. */
	dayStartMs: number;
	lastReceivedAt: number | null;
}

/** Waiting and service level by minute, oldest first; the last point is the minute before `untilMs`. */
export interface QueueSeries {
	untilMs: number;
	stepMs: number;
	waiting: number[];
	/** Of the contacts that entered in the 30 minutes up to that minute's end. */
	serviceLevel: (number | null)[];
}

export interface FloorSnapshot {
	/** Grows with each delta; a reader that missed one asks again from its own. */
	seq: number;
	/** Changes when the server starts anew: sequences of another epoch cannot be compared. */
	epoch: string;
	clock: FloorClock;
	site: SiteRow;
	queues: QueueRow[];
	agents: AgentRow[];
	sources: SourceRow[];
	series: Record<string, QueueSeries>;
}

/** Fields of a row of which only the members that changed are sent. */
export const FIELDS_BY_MEMBER: readonly string[] = ['today', 'lastHalfHour', 'prediction'];

/**
 * A row that is new or has changed: a new row whole, else its id and the fields that are not as they were. Of
 * `today`, `lastHalfHour` and a `prediction` that was there already only the members that are not as they were.
 */
export type RowChange<Row> = {
	[Field in keyof Row]?: Row[Field] extends PeriodNumbers
		? Partial<PeriodNumbers>
		: Row[Field] extends QueuePrediction | null
			? Partial<QueuePrediction> | null
			: Row[Field];
};

/** Numbers over a window that slides with the clock or began at an instant. */
export interface WindowNumbers extends PeriodNumbers {
	/** Of the agents who can serve it: handling / (handling + available) within the window. */
	occupancy: number | null;
	/** Whole seconds, counted anew every ten. */
	busySeconds: number;
	idleSeconds: number;
}

/** Last 15, 30 or 60 minutes, since the site or the queue opened today, or since an instant. */
export const WINDOWS = ['15m', '30m', '60m', 'opening'] as const;
export type WindowName = (typeof WINDOWS)[number];
export type FloorWindow = WindowName | { fromMs: number };

export interface FloorWindows {
	window: FloorWindow;
	clock: FloorClock;
	/** Since when the site's numbers count. */
	fromMs: number;
	/** Just after a restart teams and occupancy may still be taken back. */
	isComplete: boolean;
	site: WindowNumbers;
	channels: Partial<Record<Channel, WindowNumbers>>;
	queues: Record<string, WindowNumbers & { fromMs: number }>;
	/** By team: what its agents answered; what abandons before is no team's, so that offered = answered. */
	teams: Record<string, WindowNumbers>;
}

/** What a reader of a window holds: deltas follow it one by one. */
export interface WindowsSnapshot extends Omit<FloorWindows, 'clock'> {
	/** Which window, as readers name it. */
	key: string;
	seq: number;
}

/** Of each queue, channel and team only the numbers that are not as they were. */
export interface WindowsDelta {
	key: string;
	seq: number;
	fromMs?: number;
	isComplete?: boolean;
	site?: Partial<WindowNumbers>;
	channels?: Partial<Record<Channel, Partial<WindowNumbers>>>;
	queues?: Record<string, Partial<WindowNumbers & { fromMs: number }>>;
	teams?: Record<string, Partial<WindowNumbers>>;
}

/** What changed since `seq − 1`: the changes of rows, and the minutes of the series that have ended. */
export interface FloorDelta {
	seq: number;
	epoch: string;
	clock: FloorClock;
	site?: SiteRow;
	queues?: (RowChange<QueueRow> & { id: string })[];
	agents?: (RowChange<AgentRow> & { id: string })[];
	sources?: SourceRow[];
	/** The minutes that have ended since the last delta, by queue. */
	points?: Record<string, QueueSeries>;
}

/** How many times faster than life a past floor is played; 0 = it stands still. */
export const PAST_SPEEDS = [0, 1, 2, 5, 10, 30, 60] as const;
export type PastSpeed = (typeof PAST_SPEEDS)[number];

/** What a queue's page shows of a past moment besides its row. */
export interface PastQueue {
	/** By half hour of the day up to the moment, outcomes as they were by then. */
	intervals: { intervalStart: string; offered: number; answered: number; abandoned: number }[];
	/** Oldest first; null without the right to see contacts. */
	waiting: WaitingContact[] | null;
}

/** A local day to choose a moment from, by the quarter of an hour. */
export interface PastDay {
	fromMs: number;
	toMs: number;
	stepMs: number;
	/** Where the kept log begins. */
	keptFromMs: number;
	/** At most within the step. */
	waiting: number[];
	offered: number[];
	/** Of those who entered in the step. */
	serviceLevel: (number | null)[];
}

export interface ServerToClient {
	'floor:snapshot': (snapshot: FloorSnapshot) => void;
	'floor:delta': (delta: FloorDelta) => void;
	'windows:delta': (delta: WindowsDelta) => void;
	'board:numbers': (numbers: BoardNumbers) => void;
	'job:update': (job: JobUpdate) => void;
	/** The open alerts, all of them, after any of them changed. */
	'alerts:open': (open: AlertRow[]) => void;
	/** The contacts that this agent has in hand have news. */
	'own:news': () => void;
	/** The notices of the person whose socket this is, after any of them changed. */
	'notices:list': (list: NoticeList) => void;
	'needs:delta': (delta: NeedsDelta) => void;
	/** A command that is new or has been answered. */
	'command:update': (row: CommandRow) => void;
	/** The balancer's proposals after any change, all of them. */
	'balance:board': (board: BalanceBoard) => void;
	/** The past floor that this socket plays goes on; a snapshot where it had to be folded anew. */
	'past:delta': (delta: FloorDelta) => void;
	'past:snapshot': (snapshot: FloorSnapshot) => void;
	'past:ended': (reason: 'present' | 'failed') => void;
	/** A step of editing in a roster that this socket follows. */
	'roster:edited': (edit: RosterEdit) => void;
	/** The server is about to stop; the socket is closed right after and should come back by itself. */
	'server:restarts': () => void;
}

export type Refused = { ok: false; error: string };

export interface ClientToServer {
	/** Joins the floor; answers with a snapshot, or with the missed deltas where they are still kept. */
	'floor:join': (
		since: { epoch: string; seq: number } | null,
		reply: (answer: FloorJoin | Refused) => void
	) => void;
	'floor:leave': () => void;
	/** Follows one window in place of any other; names as `?window=` of the API. */
	'windows:join': (
		window: string,
		reply: (answer: { ok: true; windows: WindowsSnapshot } | Refused) => void
	) => void;
	'windows:leave': () => void;
	/** Follows a wallboard: an account chooses its queues, a kiosk link has its own. */
	'board:join': (
		queues: readonly string[],
		reply: (answer: { ok: true; numbers: BoardNumbers } | Refused) => void
	) => void;
	'alerts:join': (reply: (answer: { ok: true; open: AlertRow[] } | Refused) => void) => void;
	'own:join': (reply: (answer: { ok: true } | Refused) => void) => void;
	/** Own notices, now and whenever they change: a socket cannot ask for another person's. */
	'notices:join': (reply: (answer: { ok: true; list: NoticeList } | Refused) => void) => void;
	/** Joins the list of contacts that need a person now. */
	'needs:join': (reply: (answer: { ok: true; needs: NeedsSnapshot } | Refused) => void) => void;
	'balance:join': (reply: (answer: { ok: true; board: BalanceBoard } | Refused) => void) => void;
	'commands:join': (reply: (answer: { ok: true; latest: CommandRow[] } | Refused) => void) => void;
	/** Goes to a moment of the kept log and, with a speed, on from there. A socket has one moment at a time. */
	'past:open': (
		moment: { atMs: number; speed: PastSpeed },
		reply: (answer: { ok: true; snapshot: FloorSnapshot } | Refused) => void
	) => void;
	'past:play': (speed: PastSpeed) => void;
	'past:close': () => void;
	/** A queue at the moment that the socket has open. */
	'past:queue': (id: string, reply: (answer: { ok: true; queue: PastQueue } | Refused) => void) => void;
	/** The local day in which an instant lies. */
	'past:day': (atMs: number, reply: (answer: { ok: true; day: PastDay } | Refused) => void) => void;
	/** Follows the edits of a roster; answers with those after a sequence. */
	'roster:join': (
		rosterId: string,
		since: number,
		reply: (answer: { ok: true; since: RosterEdit[] } | Refused) => void
	) => void;
	'job:watch': (id: string, reply: (answer: { ok: true; job: JobUpdate } | Refused) => void) => void;
}

export type FloorJoin = { ok: true; snapshot: FloorSnapshot } | { ok: true; deltas: FloorDelta[] };

export interface JobUpdate {
	id: string;
	kind: string;
	state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
	/** 0–1. */
	progress: number;
	message: string | null;
	result: unknown;
	error: string | null;
}
