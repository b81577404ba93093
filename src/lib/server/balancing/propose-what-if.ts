import { randomUUID } from 'node:crypto';
import type { Proposal } from '#lib/contracts/balance.ts';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor } from '../context.ts';
import type { BalanceDeps } from './accept-proposals.ts';
import { parseWhatIf } from './ask-what-if.ts';
import { choosePeople } from './choose-people.ts';
import { foreseeMoves } from './foresee-moves.ts';

/**
 * Makes the moves of a what-if a proposal, which stands until it is accepted or put aside. Those who are away or there
 * besides are no moves: nobody can be asked for them here.
 */
export async function proposeWhatIf(
	{ ctx, balance }: Pick<BalanceDeps, 'ctx' | 'balance'>,
	actor: Actor,
	texts: readonly string[]
): Promise<Proposal> {
	requireRight(actor, 'balance.act');
	const wanted = parseWhatIf(texts).filter(({ kind }) => kind === 'move');
	if (wanted.length === 0)
		throw new InvalidInputError('Proposing moves: nobody is moved by it, wanted at least one move.');
	const read = await balance.readFloor();
	if (!read) throw new InvalidInputError('Proposing moves: the floor is not known now.');
	const { moves } = choosePeople(read, wanted);
	const foreseen = await foreseeMoves(balance, read, { moves });
	const [only] = wanted.length === 1 ? wanted : [];
	const proposal: Proposal = {
		id: randomUUID(),
		origin: 'what-if',
		from: only?.kind === 'move' ? only.from : null,
		to: only?.kind === 'move' ? only.to : null,
		how: only ? 'instead' : 'several',
		agents: moves,
		dayChanges: [],
		offer: null,
		...foreseen,
		others: [],
		sinceMs: ctx.now(),
		asOfMs: read.asOfMs
	};
	balance.book.put(proposal);
	await recordAudit(ctx, actor, {
		action: 'balance.propose',
		subject: `proposal:${proposal.id}`,
		after: moves
	});
	balance.tell();
	return proposal;
}
