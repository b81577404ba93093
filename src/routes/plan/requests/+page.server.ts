import { can, formText } from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';
import type { DecisionInput } from '#lib/server/decision-input.ts';
import {
	carryOver,
	countLeaveToDecide,
	decideLeave,
	listAllowances,
	listLeave,
	listLeaveGroups,
	listLeaveLimits,
	readLeaveEffect,
	readLeaveTerms,
	removeLeaveLimit,
	resolveLeave,
	saveAllowance,
	saveLeaveLimit,
	saveLeaveTerms,
	type AllowanceInput,
	type CarryInput,
	type LimitInput
} from '#lib/server/leave/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	countSwapsToDecide,
	decideSwap,
	listSwaps,
	readSwap,
	readSwapTerms,
	saveSwapTerms
} from '#lib/server/swaps/index.ts';
import {
	countAvailabilitiesToDecide,
	decideAvailability,
	listAvailabilities,
	readWishTerms,
	saveWishTerms
} from '#lib/server/wishes/index.ts';
import { localFields } from '#lib/format/index.ts';
import { readJson } from '../read-json.ts';
import { refused } from '../refused.ts';
import { requireActor } from '../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['leave', 'swaps', 'availability', 'allowances', 'rules'] as const;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('plan:requests');
	const actor = requireActor(locals, 'requests.view');
	const { ctx } = runtime();
	const timeZone = locals.site?.timeZone ?? 'UTC';
	const now = ctx.now();
	const tab = TABS.find((one) => one === url.searchParams.get('tab')) ?? 'leave';
	const open = url.searchParams.get('open');
	const mayManage = can(actor, 'requests.manage');
	const thisYear = Number(localFields(now, timeZone).day.slice(0, 4));
	const asked = Number(url.searchParams.get('year') ?? NaN);
	const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 1 ? asked : thisYear;
	const [leaveToDecide, swapsToDecide, availabilitiesToDecide] = await Promise.all([
		countLeaveToDecide(ctx, actor),
		countSwapsToDecide(ctx, actor),
		countAvailabilitiesToDecide(ctx, actor)
	]);
	const availabilities = tab === 'availability' ? await listAvailabilities(ctx, actor) : null;
	return {
		tab,
		timeZone,
		now,
		year,
		thisYear,
		mayManage,
		mayDecide: can(actor, 'requests.decide'),
		mayChange: can(actor, 'schedule.change'),
		/** What waits for a decision, for the tabs' marks. */
		counts: {
			leave: leaveToDecide,
			swaps: swapsToDecide,
			availability: availabilitiesToDecide
		},
		// Only what the tab shows is sent.
		leave: tab === 'leave' ? await listLeave(ctx, actor) : null,
		swaps: tab === 'swaps' ? await listSwaps(ctx, actor) : null,
		availabilities,
		openLeave: tab === 'leave' && open ? await readLeaveEffect(ctx, actor, open) : null,
		openSwap: tab === 'swaps' && open ? await readSwap(ctx, actor, open) : null,
		openAvailability: availabilities?.find(({ id }) => id === open) ?? null,
		allowances: tab === 'allowances' ? await listAllowances(ctx, actor, year) : null,
		rules: tab === 'rules' && mayManage ? await readRules(actor) : null
	};
};

async function readRules(actor: Actor) {
	const { ctx } = runtime();
	const [limits, leave, swaps, wishes, groups] = await Promise.all([
		listLeaveLimits(ctx, actor),
		readLeaveTerms(ctx),
		readSwapTerms(ctx),
		readWishTerms(ctx),
		listLeaveGroups(ctx, actor)
	]);
	return { limits, leave, swaps, wishes, ...groups };
}

/** One verb with what the form holds as JSON; a refusal is the form's answer. */
const act =
	<Input, Answer>(action: string, verb: (actor: Actor, input: Input) => Promise<Answer>) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const actor = requireActor(locals, 'requests.view');
		try {
			return { answer: await verb(actor, readJson(action, await request.formData(), 'input') as Input) };
		} catch (thrown) {
			return refused(thrown);
		}
	};

/** One verb about the thing that the form names. */
const actOn =
	<Answer>(verb: (actor: Actor, id: string) => Promise<Answer>) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const actor = requireActor(locals, 'requests.view');
		try {
			return { answer: await verb(actor, formText(await request.formData(), 'id')) };
		} catch (thrown) {
			return refused(thrown);
		}
	};

export const actions: Actions = {
	leave: act('Deciding on leave', (actor, input: DecisionInput) => decideLeave(runtime().ctx, actor, input)),
	resolve: actOn((actor, id) => resolveLeave(runtime().ctx, actor, id)),
	swap: act('Deciding on a swap', (actor, input: DecisionInput) => decideSwap(runtime().ctx, actor, input)),
	availability: act('Deciding on availability', (actor, input: DecisionInput) =>
		decideAvailability(runtime().ctx, actor, input)
	),
	limit: act('Limiting leave', (actor, input: LimitInput) => saveLeaveLimit(runtime().ctx, actor, input)),
	removeLimit: actOn((actor, id) => removeLeaveLimit(runtime().ctx, actor, id)),
	allowance: act('Setting an allowance', async (actor, input: AllowanceInput) => {
		await saveAllowance(runtime().ctx, actor, input);
		return true;
	}),
	carry: act('Carrying leave over', (actor, input: CarryInput) => carryOver(runtime().ctx, actor, input)),
	leaveTerms: act('Saving how leave is granted', (actor, input: Parameters<typeof saveLeaveTerms>[2]) =>
		saveLeaveTerms(runtime().ctx, actor, input)
	),
	swapTerms: act('Saving how swaps are granted', (actor, input: Parameters<typeof saveSwapTerms>[2]) =>
		saveSwapTerms(runtime().ctx, actor, input)
	),
	wishTerms: act('Saving the terms of wishes', (actor, input: Parameters<typeof saveWishTerms>[2]) =>
		saveWishTerms(runtime().ctx, actor, input)
	)
};
