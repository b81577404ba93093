import { findMoves, type FindAnswer, type FindRequest } from './find-moves.ts';
import { foreseeCurves, type CurvesAnswer, type CurvesRequest } from './foresee-curves.ts';

export type BalanceRequest = FindRequest | CurvesRequest;
export type AnswerTo<R extends BalanceRequest> = R extends FindRequest ? FindAnswer : CurvesAnswer;

/** What the thread does. */
export const answerRequest = <R extends BalanceRequest>(request: R): AnswerTo<R> =>
	(request.kind === 'find' ? findMoves(request) : foreseeCurves(request)) as AnswerTo<R>;
