import { list, one, whole, type Expectation } from './expectation.ts';
import { day, span } from './inputs.ts';

/** The floor, now and then. */
export const FLOOR: Record<string, Expectation> = {
	'past.readPastDay': list('live.view', null, ({ ctx, at }) => [ctx, 'actor', at, 'UTC']),
	'past.readPastQueue': one('live.view', 'queue', ({ pastFloor }, site) => [
		pastFloor,
		'actor',
		`${site}-queue`
	]),
	'operations.renderMetrics': list('live.view', 'queue', ({ centre, jobs }) => [
		{ centre, jobs, draining: false },
		'actor'
	]),
	'verify.verifyLog': whole('live.view'),
	'intervals.readIntervals': list('live.view', 'queue', (w) => [
		w.ctx,
		'actor',
		{ ...span(w), interval: '1h', queue: null },
		'UTC'
	]),
	'intraday.readIntraday': list('intraday.view', 'queue', (w) => [
		w.ctx,
		'actor',
		{ day: day(w), asOf: w.at, nowMs: w.at, timeZone: 'UTC' }
	]),
	'commands.listCommands': list(['live.view', 'events.ingest'], 'agent', ({ ctx }) => [ctx, 'actor']),
	'commands.LiveCommands.request': one('live.act', 'queue', ({ commands }, site) => [
		commands,
		'actor',
		{ kind: 'queue.priority', payload: { queue: `${site}-queue`, priority: 3 } }
	]),
	'commands.askForAll': one('live.act', 'agent', ({ commands }, site) => [
		commands,
		'actor',
		{ kind: 'agent.state', payload: { agent: `${site}-agent`, state: 'break' } }
	])
};
