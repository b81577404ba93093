import { expect, it } from 'vitest';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { ExceptionKind } from '#solver/adherence/index.ts';
import { exceptionSentence, spanWords } from './exception-sentence.ts';

const MINUTE = 60_000;
const say = (
	kind: ExceptionKind,
	state: AgentState,
	planned: 'work' | 'break' | 'lunch' | 'training' | null,
	isOngoing = true
) =>
	exceptionSentence(
		{ kind, state, planned, isOngoing, fromAt: 0, toAt: 6 * MINUTE, plannedToAt: 20 * MINUTE },
		(name) => name[0]!.toUpperCase() + name.slice(1)
	);

it.each([
	['late', 'offline', 'work', 'Late to the shift by 6 min'],
	['absent', 'offline', 'work', 'Absent for the whole shift, 6 min'],
	['left-early', 'offline', 'work', 'Signed off 20 min before the end of the shift'],
	['offline', 'offline', 'work', 'Unexpectedly offline for 6 min'],
	['overstayed', 'break', 'work', 'On break 6 min too long'],
	['overstayed', 'meeting', 'work', 'In a meeting 6 min too long'],
	['early-break', 'lunch', 'work', 'Began the lunch 20 min early'],
	['late-break', 'handling', 'lunch', 'Still handling: lunch was due 6 min ago'],
	['early-back', 'available', 'lunch', 'Back from the lunch 20 min early'],
	['off-plan', 'handling', 'training', 'Handling while scheduled for training, for 6 min'],
	['unscheduled', 'available', null, 'Working without a shift, for 6 min']
] as const)('exceptionSentence() of %s, %s', (kind, state, planned, sentence) =>
	expect(say(kind, state, planned)).toBe(sentence)
);

it('exceptionSentence() tells what is over apart from what goes on', () =>
	expect(say('late-break', 'handling', 'break', false)).toBe('Began the break 6 min late'));

it('spanWords() says seconds, minutes and hours', () =>
	expect([45, 60, 359, 4_800].map(spanWords)).toEqual(['45 s', '1 min', '5 min', '1 h 20 min']));
