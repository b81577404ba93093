import type {
	BalanceReason,
	Proposal,
	ProposedDayChange,
	ProposedOffer,
	PromiseRow,
	ProposalOrigin
} from '#lib/contracts/balance.ts';
import type { WhatIfMove } from '#lib/contracts/what-if.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format-count.ts';
import { formatPercent } from './format-percent.ts';
import { formatTime } from './format-time.ts';
import { intentName } from './intent-name.ts';

type QueueName = (id: string) => string;

/** "Move 3 from Billing to Support", of a proposal as it stands. */
export const proposalSentence = (proposal: Proposal, queueName: QueueName): string =>
	moveSentence(
		{
			...proposal,
			agents: proposal.offer?.contacts ?? peopleIn(proposal),
			intent: proposal.offer?.intent ?? null
		},
		queueName
	);

/** Those who move, and those whose day changes. */
export const peopleIn = ({ agents, dayChanges }: Pick<Proposal, 'agents' | 'dayChanges'>): number =>
	agents.length + dayChanges.length;

/** "Break 11:15 → 11:45", "until 18:30 instead of 18:00". */
export function daySentence(
	{ kind, activity, fromAt, toAt, movedTo }: ProposedDayChange,
	timeZone: string
): string {
	const times = { from: formatTime(fromAt, timeZone), to: formatTime(movedTo ?? toAt, timeZone) };
	if (kind === 'shortened') return m.bal_stay_time({ from: times.to, to: times.from });
	if (movedTo === null) return m.bal_stay_time(times);
	return activity === 'lunch' ? m.bal_lunch_time(times) : m.bal_break_time(times);
}

/** "Until 18:30; called between 20:00 and 20:30", and how many are expected to take it. */
export function offerSentence(offer: ProposedOffer, timeZone: string): string {
	const { untilAt, backFromAt, backToAt, containment, acceptShare, isAssumed } = offer;
	const time = (ms: number) => formatTime(ms, timeZone);
	const until = time(untilAt);
	const when =
		backFromAt !== null && backToAt !== null
			? m.bal_callback_when({ until, from: time(backFromAt), to: time(backToAt) })
			: m.bal_bot_when({ until, containment: formatPercent(containment) });
	const share = formatPercent(acceptShare);
	return `${when}. ${isAssumed ? m.bal_offer_assumed({ share }) : m.bal_offer_measured({ share })}`;
}

interface MovedCount {
	agents: number;
	intent: string | null;
}

/** "Move 3 from Billing to Support"; of an offer, `agents` are contacts. */
export function moveSentence(
	{ from, to, how, agents, intent }: Pick<Proposal, 'from' | 'to' | 'how'> & MovedCount,
	queueName: QueueName
): string {
	const count = formatCount(agents);
	const own = from === null ? m.bal_no_queue() : queueName(from);
	if (how === 'stay') return m.bal_stay({ count, queue: own });
	if (how === 'break') return m.bal_break({ count: agents, queue: own });
	if (how === 'leave') return m.bal_leave({ count: agents, queue: own });
	if (how === 'callback') return m.bal_callback({ count: agents, queue: own });
	if (how === 'bot') return m.bal_bot({ count: agents, queue: own, intent: intentName(intent ?? '') });
	if (to === null) return m.bal_several({ count });
	const names = { count, from: own, to: queueName(to) };
	if (how === 'only') return from === to ? m.bal_alone(names) : m.bal_only(names);
	return how === 'also' ? m.bal_lend(names) : m.bal_move(names);
}

export function whatIfSentence(move: WhatIfMove, queueName: QueueName): string {
	const count = formatCount(move.count);
	if (move.kind === 'move') return m.bal_move({ count, from: queueName(move.from), to: queueName(move.to) });
	const queue = queueName(move.queue);
	if (move.kind === 'callback') return m.wi_callback({ count: move.count, queue });
	return { absent: m.wi_absent, extra: m.wi_extra, bot: m.wi_bot }[move.kind]({ count, queue });
}

const contacts = (count: number) => formatCount(count, { digits: 1 });

/** Why nothing, or nothing more, is proposed. */
export function balanceReason(reason: BalanceReason, queueName: QueueName): string {
	switch (reason.kind) {
		case 'starting':
			return m.bal_why_starting();
		case 'silent':
			return m.bal_why_silent();
		case 'partly-silent':
			return m.bal_why_partly_silent({ queues: reason.queues.map(queueName).join(', ') });
		case 'small':
			return m.bal_why_small({ serving: formatCount(reason.serving), least: formatCount(reason.least) });
		case 'one-queue':
			return m.bal_why_one_queue();
		case 'nobody-can':
			return m.bal_why_nobody_can();
		case 'kept':
			return m.bal_why_kept();
		case 'not-worth':
			return m.bal_why_not_worth({ saves: contacts(reason.saves), costs: contacts(reason.costs) });
		case 'none-helps':
			return m.bal_why_none_helps();
		case 'moved-enough':
			return m.bal_why_moved_enough({
				moves: formatCount(reason.moves),
				most: formatCount(reason.most),
				minutes: formatCount(reason.minutes)
			});
		case 'failed':
			return m.bal_why_failed();
	}
}

export function savesSentence({
	saves,
	costs,
	paidHours
}: Pick<Proposal, 'saves' | 'costs' | 'paidHours'>): string {
	const hours = formatCount(Math.abs(paidHours), { digits: 1 });
	if (paidHours < 0)
		return saves < -0.05
			? m.bal_leave_saves({ hours, lost: contacts(-saves) })
			: m.bal_leave_saves_free({ hours });
	const saved = contactsSentence({ saves, costs });
	return paidHours > 0 ? `${saved} ${m.bal_stay_hours({ hours })}` : saved;
}

function contactsSentence({ saves, costs }: Pick<Proposal, 'saves' | 'costs'>): string {
	if (saves < -0.05) return m.bal_costs({ lost: contacts(-saves) });
	// It stands until it saves less than half of what was asked of it at first.
	return (saves >= costs / 2 ? m.bal_saves : m.bal_pays_not)({
		saves: contacts(Math.max(0, saves)),
		costs: contacts(costs)
	});
}

export const originName = (origin: ProposalOrigin): string =>
	({
		balancer: m.prom_origin_balancer,
		edited: m.prom_origin_edited,
		'what-if': m.prom_origin_what_if
	})[origin]();

/** Why what came cannot be held against the promise. */
export const untoldReason = (why: NonNullable<PromiseRow['why']>): string =>
	({
		'not-carried-out': m.prom_why_not_carried_out,
		'partly-carried-out': m.prom_why_partly_carried_out,
		'other-moves': m.prom_why_other_moves,
		gap: m.prom_why_gap,
		silent: m.prom_why_silent,
		'nobody-came': m.prom_why_nobody_came
	})[why]();
