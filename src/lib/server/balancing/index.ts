export {
	acceptProposals,
	type AcceptAnswer,
	type AcceptInput,
	type BalanceDeps
} from './accept-proposals.ts';
export { askWhatIf } from './ask-what-if.ts';
export { BalanceThread } from './balance-thread.ts';
export { dismissProposal, type DismissInput } from './dismiss-proposal.ts';
export { findMoves, type FindAnswer, type FindRequest } from './find-moves.ts';
export { listPromises } from './list-promises.ts';
export { LiveBalance } from './live-balance.ts';
export { PROMISE_COLUMNS, promiseCells } from './promise-csv.ts';
export { PromiseWatch } from './promise-watch.ts';
export { proposeWhatIf } from './propose-what-if.ts';
export { readBalanceFloor, type BalanceFloor } from './read-balance-floor.ts';
export { readBoard } from './read-board.ts';
export { restoreProposal } from './restore-proposal.ts';
export { summarisePromises } from './summarise-promises.ts';
